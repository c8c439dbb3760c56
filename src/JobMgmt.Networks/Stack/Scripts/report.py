import json
import re
import time

import boto3

# Nobody waits for the answer any more: no fault of this automation.
GONE = ('TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken')


def read_steps(ssm, execution_id, waiting):
    """By name, from the automation itself: a document can't refer to the outputs of a step that failed. They may be visible a moment later."""
    for attempt in range(10):
        execution = ssm.get_automation_execution(AutomationExecutionId=execution_id)['AutomationExecution']
        steps = {step['StepName']: step for step in execution.get('StepExecutions', [])}
        if not waiting or steps.get('runCommand', {}).get('StepStatus') not in ('InProgress', 'Waiting'):
            break
        time.sleep(1)
    return steps


def outputs(step):
    return {name: values[0] for name, values in ((step or {}).get('Outputs') or {}).items() if values}


def describe(ssm, events, selection, command):
    put_out = outputs(command)
    instance_id = selection.get('instanceId') or None
    started = command.get('StepStatus') not in (None, 'Pending')
    command_id = find_command(ssm, events['executionId'], instance_id, put_out, command) if started else None
    status, code = put_out.get('Status'), put_out.get('ResponseCode')
    details, invocation = None, {}
    if command_id and status != 'Success':
        invocation = read_invocation(ssm, command_id, instance_id)
        details = invocation.get('StatusDetails')
        status = status or invocation.get('Status')
        code = invocation.get('ResponseCode') if code is None else code
    result = {
        'AutomationExecutionURL': f"https://{events['consoleHost']}/systems-manager/automation/execution/{events['executionId']}?region={events['region']}",
        'AutomationExecutionId': events['executionId'],
        'InstanceId': instance_id,
        'CommandId': command_id,
        'Status': status or (command.get('StepStatus') if started else None),
        'StatusDetails': details,
        'ResponseCode': None if code is None else int(code),
    }
    if command_id:
        result['LogGroupName'] = events['logGroup']
        stream = f'{command_id}/{instance_id}/aws-runShellScript'.replace(':', '-').replace('*', '-')
        result['LogStreamNames'] = {'Stdout': f'{stream}/stdout', 'Stderr': f'{stream}/stderr'}
    if started:
        result['CommandResult'] = {name: result[name] for name in ('Status', 'ResponseCode', 'CommandId') if result[name] is not None}
    return {name: value for name, value in result.items() if value is not None}, invocation


def find_command(ssm, execution_id, instance_id, put_out, command):
    if put_out.get('CommandId'):
        return put_out['CommandId']
    named = re.search(r'Command ([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})', command.get('FailureMessage') or '')
    if named:
        return named.group(1)
    # The step ended without a word of its command (a timeout, a cancellation). Its comment is this automation's id.
    try:
        sent = ssm.list_commands(InstanceId=instance_id, MaxResults=50).get('Commands', [])
    except Exception as error:
        print('The commands of the worker could not be listed:', error)
        return None
    return next((entry['CommandId'] for entry in sent if entry.get('Comment') == execution_id), None)


def read_invocation(ssm, command_id, instance_id):
    try:
        return ssm.get_command_invocation(CommandId=command_id, InstanceId=instance_id)
    except Exception as error:
        print('The command invocation could not be read:', error)
        return {}


def fail(events, error, message, result):
    cause = dict(Message=message[:4000], **result)
    return send(events, 'send_task_failure', error=error, cause=json.dumps(cause))


def send(events, operation, **answer):
    print(operation, answer.get('error', ''))
    try:
        getattr(boto3.client('stepfunctions'), operation)(taskToken=events['taskToken'], **answer)
    except Exception as error:
        code = getattr(error, 'response', {}).get('Error', {}).get('Code') or type(error).__name__
        if code not in GONE:
            raise
        print('Nobody waits for this answer any more:', error)
        return {'Answered': False}
    return {'Answered': True}
