def script_handler(events, context):
    """Stops what is left of the command, and tells RunJob that the job was cancelled."""
    ssm = boto3.client('ssm')
    steps = read_steps(ssm, events['executionId'], waiting=False)
    result, _ = describe(ssm, events, outputs(steps.get('getInstanceId')), steps.get('runCommand', {}))
    stop_command(ssm, result)
    return fail(events, 'JobCancelled', 'The automation was stopped.', result)


def stop_command(ssm, result):
    if 'CommandId' in result and result.get('Status') not in ('Success', 'Failed', 'TimedOut'):
        try:
            ssm.cancel_command(CommandId=result['CommandId'], InstanceIds=[result['InstanceId']])
        except Exception as error:
            print('The command could not be cancelled:', error)
