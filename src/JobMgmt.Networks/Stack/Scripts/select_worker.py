import random

import boto3


def script_handler(events, context):
    """Chooses one worker: a managed node with all the tags whose agent is online. Every way to fail is an outcome, not an exception."""
    try:
        tags = events['tags']
        if not isinstance(tags, dict) or not tags or not all(isinstance(value, str) for value in tags.values()):
            return answer('InvalidTags', message='Worker tags must be an object whose values are strings.')
        workers = online_workers(boto3.client('ssm'), tags)
    except Exception as error:
        return answer('Failed', message=f'{type(error).__name__}: {error}')
    if not workers:
        named = ', '.join(f'{key}={value}' for key, value in sorted(tags.items()))
        return answer('NoWorker', message=f'No worker with the tags {named} is online.')
    return answer('Selected', instance_id=random.choice(workers))


def online_workers(ssm, tags):
    filters = [{'Key': f'tag:{key}', 'Values': [value]} for key, value in tags.items()]
    filters.append({'Key': 'PingStatus', 'Values': ['Online']})
    pages = ssm.get_paginator('describe_instance_information').paginate(Filters=filters)
    return [
        node['InstanceId']
        for page in pages
        for node in page.get('InstanceInformationList', [])
        if node.get('PlatformType') != 'Windows'
    ]


def answer(outcome, instance_id='', message=''):
    print(outcome, instance_id, message)
    return {'Outcome': outcome, 'InstanceId': instance_id, 'Message': message[:4000]}
