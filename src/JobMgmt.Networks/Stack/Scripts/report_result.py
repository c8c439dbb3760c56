UNDELIVERED = ('DeliveryTimedOut', 'Undeliverable')
NO_SECRET = 'JobMgmt: SecretNotRead: '
TIMED_OUT = '124'  # what timeout(1) ends with
MOST_OF_INVOCATION = 24000  # characters of stdout that GetCommandInvocation has
MOST_OF_LINE = 8 * 1024  # bytes
MOST_OF_JSON = 32 * 1024


def script_handler(events, context):
    """Tells RunJob how the job ended, by its task token."""
    ssm = boto3.client('ssm')
    steps = read_steps(ssm, events['executionId'], waiting=True)
    selection = outputs(steps.get('getInstanceId'))
    command = steps.get('runCommand', {})
    result, invocation = describe(ssm, events, selection, command)
    if command.get('StepStatus') not in (None, 'Pending'):
        return report_command(ssm, events, command, result, invocation)
    error = {'NoWorker': 'WorkerBusy', 'InvalidTags': 'InvalidJobInput'}.get(selection.get('outcome'), 'WorkerSelectionFailed')
    message = selection.get('message') or steps.get('getInstanceId', {}).get('FailureMessage') or 'The choice of a worker gave no answer.'
    return fail(events, error, message, result)


def report_command(ssm, events, command, result, invocation):
    """The exit code decides, where the command came to one by itself."""
    succeeded = command['StepStatus'] == 'Success'
    by_itself = succeeded or result.get('Status') == 'Failed' and result.get('StatusDetails') in (None, 'Failed')
    code = str(result.get('ResponseCode', 0 if succeeded else -1))
    if by_itself and code in events['successExitCodes']:
        try:
            result.update(read_output(ssm, events, result))
        except ValueError as error:
            return fail(events, 'InvalidJobOutput', str(error), result)
        return send(events, 'send_task_success', output=json.dumps(result))
    if not by_itself:
        result.update(find_loss(ssm, result))
    told = (invocation.get('StandardErrorContent') or '').split('\n')[0]
    if by_itself and told.startswith(NO_SECRET):
        return fail(events, 'SecretNotRead', told[len(NO_SECRET):], result)
    if details_of(result) == 'ExecutionTimedOut':
        by_itself, code = True, TIMED_OUT
    error = events['errorNames'].get(code) if by_itself else None
    if 'WorkerStatus' in result and details_of(result) not in UNDELIVERED:
        error = 'WorkerLost'
    return fail(events, error or 'ExecutionFailed', why_failed(result, command), result)


def read_output(ssm, events, result):
    """It reaches histories, so only where it was asked for."""
    if events['output'] == 'None':
        return {}
    text, is_whole = read_stdout(ssm, events, result)
    lines = [line.rstrip('\r') for line in text.split('\n') if line.strip()]
    last = lines[-1] if lines else ''
    if events['output'] == 'LastLine':
        return {'Output': limited(last, last, MOST_OF_LINE, 'last line')}
    for candidate in [text, last] if is_whole else [last]:
        try:
            value = json.loads(candidate, parse_constant=no_json)
        except (ValueError, RecursionError):
            continue
        return {'Output': limited(value, json.dumps(value, ensure_ascii=False, separators=(',', ':')), MOST_OF_JSON, 'JSON')}
    raise ValueError('Neither the output of the job nor its last line is JSON.')


def no_json(constant):
    raise ValueError(constant)


def limited(value, text, most, what):
    size = len(text.encode('utf-8', 'surrogatepass'))
    if size > most:
        raise ValueError(f'The {what} of the output takes {size} bytes; at most {most} can be told.')
    return value


def read_stdout(ssm, events, result):
    """The output, or at least its end; and whether it is all of it."""
    text = ssm.get_command_invocation(CommandId=result['CommandId'], InstanceId=result['InstanceId']).get('StandardOutputContent') or ''
    if len(text) < MOST_OF_INVOCATION - 100 and not text.rstrip().endswith('output truncated--'):
        return text, True
    logs, before = boto3.client('logs'), None
    for _ in range(30):  # the agent may still be sending
        tail, is_whole = read_log_tail(logs, events['logGroup'], result['LogStreamNames']['Stdout'])
        if tail == before and len(tail) > MOST_OF_INVOCATION - 1000:
            return tail, is_whole
        before = tail
        time.sleep(2)
    raise ValueError(f"The end of the output is not in the log {events['logGroup']}.")


def read_log_tail(logs, group, stream):
    text, token = '', {}
    while len(text) < 4 * MOST_OF_JSON:
        try:
            page = logs.get_log_events(logGroupName=group, logStreamName=stream, startFromHead=False, **token)
        except logs.exceptions.ResourceNotFoundException:
            return '', False
        text = ''.join(event['message'].rstrip('\n') + '\n' for event in page['events']) + text
        if token.get('nextToken') == page['nextBackwardToken']:
            return text, True
        token = {'nextToken': page['nextBackwardToken']}
    return text, False


def find_loss(ssm, result):
    """How the worker stands, where it does not answer any more: then nobody knows whether the command still runs."""
    if 'CommandId' not in result or result.get('Status') in ('Success', 'Cancelled', 'Cancelling'):
        return {}
    try:
        nodes = ssm.describe_instance_information(Filters=[{'Key': 'InstanceIds', 'Values': [result['InstanceId']]}])['InstanceInformationList']
    except Exception as error:
        print('The worker could not be asked for:', error)
        return {}
    if not nodes:
        return {'WorkerStatus': 'Gone'}
    status, ping = nodes[0]['PingStatus'], nodes[0].get('LastPingDateTime')
    return {} if status == 'Online' else {'WorkerStatus': status, 'WorkerLastPing': str(ping)}


def details_of(result):
    return (result.get('StatusDetails') or result.get('Status') or '').replace(' ', '')


def why_failed(result, command):
    """Why the command failed, without its output: a cause is kept in histories that more people read than the job's log."""
    if 'CommandId' not in result:
        return command.get('FailureMessage') or 'The command was not sent.'
    details, worker = details_of(result), result['InstanceId']
    if details in UNDELIVERED:
        return f'The command did not reach {worker} in time.'
    if 'WorkerStatus' in result:
        return f"{worker} stopped answering ({result['WorkerStatus']}) while it ran the command, which ended as {details}."
    if details == 'ExecutionTimedOut':
        return f'The command ran into its execution timeout on {worker} and was stopped.'
    if result.get('ResponseCode', -1) >= 0:
        return f"The command ended with exit code {result['ResponseCode']} on {worker}."
    return f'The command ended as {details} on {worker}.'
