"""Runs what the article publishes, as it stands, through boto3 and the AWS CLI, and checks that it ends as the article says.

Usage: article.py ARTICLE    with AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE pointing at the runtime's data folder.
"""
import json
import re
import shutil
import subprocess
import sys
import time

import boto3

ACCOUNT = "000000000000"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/any"
TAGS = {"role": "job_worker", "env": "production"}


def block(text, heading):
    """The JSON text that follows a heading line."""
    start = text.index("{", text.index(heading))
    _, end = json.JSONDecoder().raw_decode(text[start:])
    return text[start:start + end]


def document(text):
    """The YAML text of the Automation document."""
    start = text.index("description:", text.index("Automationドキュメント: RunShellScriptOnOneInstance"))
    last = "taskToken: '{{ TaskToken }}'\n    isEnd: true\n"
    return text[start:text.rindex(last) + len(last)]


def main(article):
    text = open(article, encoding="utf-8").read().replace("arn:aws:iam::********:role/********", ROLE).replace("********", ACCOUNT)
    sfn, ssm, events, logs, ec2 = (boto3.client(name) for name in ("stepfunctions", "ssm", "events", "logs", "ec2"))

    ec2.run_instances(ImageId="ami-local", MinCount=1, MaxCount=1, TagSpecifications=[
        {"ResourceType": "instance", "Tags": [{"Key": key, "Value": value} for key, value in TAGS.items()]}])
    ssm.create_document(Name="RunShellScriptOnOneInstance", DocumentType="Automation", DocumentFormat="YAML", Content=document(text))
    for name in ("RunJob", "SendFailEvent", "JobNetwork-example"):
        sfn.create_state_machine(name=name, definition=block(text, f"\nState machine: {name}\n"), roleArn=ROLE)
    pattern = block(text, "\nEvent pattern\n").replace("{{ チャネル }}", "high")
    events.put_rule(Name="high", EventPattern=pattern)
    group = "/alerts/high"
    logs.create_log_group(logGroupName=group)
    events.put_targets(Rule="high", Targets=[{"Id": "log", "Arn": f"arn:aws:logs:ap-northeast-1:{ACCOUNT}:log-group:{group}"}])

    tags = block(text, "\n実行時の引数\n")
    machine = f"arn:aws:states:ap-northeast-1:{ACCOUNT}:stateMachine:JobNetwork-example"
    run = sfn.start_execution(stateMachineArn=machine, input=tags)["executionArn"]
    deadline = time.monotonic() + 120
    while (description := sfn.describe_execution(executionArn=run))["status"] == "RUNNING":
        assert time.monotonic() < deadline, sfn.get_execution_history(executionArn=run, reverseOrder=True)["events"][:3]
        time.sleep(0.1)
    assert description["status"] == "FAILED", description

    history = [event for page in sfn.get_paginator("get_execution_history").paginate(executionArn=run) for event in page["events"]]
    entered = [event["stateEnteredEventDetails"]["name"] for event in history if "stateEnteredEventDetails" in event]
    assert entered == ["Job 1", "Job 2", "Send fail event", "Fail"], entered
    jobs = [json.loads(event["taskSucceededEventDetails"]["output"]) for event in history
            if event["type"] == "TaskSucceeded" and event["taskSucceededEventDetails"]["resource"] == "startExecution.waitForTaskToken"]
    assert [job["CommandResult"]["Status"] for job in jobs] == ["Success"], jobs
    failed, = [event["taskFailedEventDetails"] for event in history if event["type"] == "TaskFailed"]
    assert failed["error"] == "ExecutionFailed", failed
    result = json.loads(failed["cause"])["CommandResult"]
    assert (result["Status"], result["ResponseCode"]) == ("Failed", 1), result

    envelope = None
    while envelope is None:
        assert time.monotonic() < deadline, "no alert arrived"
        found = logs.filter_log_events(logGroupName=group)["events"]
        envelope = json.loads(found[0]["message"]) if found else None
    detail = envelope["detail"]
    assert envelope["source"] == "net.quickguard.states" and envelope["detail-type"] == "Job Network Execution Fail", envelope
    assert detail["channel"] == "high" and detail["error"] == "ExecutionFailed" and detail["executionURL"].endswith(run), detail
    assert detail["cause"]["CommandResult"]["CommandId"] == result["CommandId"], detail
    assert len(logs.filter_log_events(logGroupName=group)["events"]) == 1

    invocations = ssm.list_command_invocations(CommandId=result["CommandId"], Details=True)["CommandInvocations"]
    assert len(invocations) == 1 and invocations[0]["Status"] == "Failed", invocations
    stream = f"{result['CommandId']}/{invocations[0]['InstanceId']}/aws-runShellScript/stdout"
    lines = [event["message"] for event in logs.get_log_events(logGroupName="/aws/ssm/AWS-RunShellScript", logStreamName=stream)["events"]]
    assert "FAILURE" in "\n".join(lines), lines

    if shutil.which("aws"):
        answer = subprocess.run(["aws", "stepfunctions", "list-executions", "--state-machine-arn", machine, "--status-filter", "FAILED"],
                                check=True, capture_output=True, text=True)
        assert [found["executionArn"] for found in json.loads(answer.stdout)["executions"]] == [run], answer.stdout
        answer = subprocess.run(["aws", "ssm", "describe-automation-executions", "--output", "json"], check=True, capture_output=True, text=True)
        statuses = sorted(found["AutomationExecutionStatus"] for found in json.loads(answer.stdout)["AutomationExecutionMetadataList"])
        # Job 2's automation called back and ended by isEnd; its critical step runCommand failed, and so has the automation.
        assert statuses == ["Failed", "Success"], statuses
    print("as the article says")


if __name__ == "__main__":
    main(sys.argv[1])
