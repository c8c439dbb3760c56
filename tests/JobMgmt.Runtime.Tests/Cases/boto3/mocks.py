"""Test cases of a mock file, chosen as in Step Functions Local: STATEMACHINEARN#TESTCASE, through boto3 and the AWS CLI."""
import json
import subprocess
import sys

import boto3

states = boto3.client("stepfunctions")
role = "arn:aws:iam::000000000000:role/r"
with open(sys.argv[1], encoding="utf-8") as file:
    definition = json.load(file)["OrderMachine"]
for retrier in definition["States"]["ChargeCard"]["Retry"]:
    retrier["IntervalSeconds"] = 1
    retrier["BackoffRate"] = 1.0
machine = states.create_state_machine(name="OrderMachine", definition=json.dumps(definition), roleArn=role)["stateMachineArn"]


def ended(execution):
    while True:
        described = states.describe_execution(executionArn=execution)
        if described["status"] != "RUNNING":
            return described


happy = ended(states.start_execution(stateMachineArn=machine + "#HappyPath", input='{"id": "o-1"}')["executionArn"])
assert (happy["status"], json.loads(happy["output"])["card"], happy["stateMachineArn"]) == ("SUCCEEDED", {"charge": "c-1"}, machine), happy

cli = subprocess.run(["aws", "stepfunctions", "start-execution", "--state-machine-arn", machine + "#RetryPath", "--input", '{"id": "o-2"}',
                      "--query", "executionArn", "--output", "text"], check=True, capture_output=True, text=True)
retried = ended(cli.stdout.strip())
assert json.loads(retried["output"])["card"] == {"charge": "c-2"}, retried
types = [event["type"] for event in states.get_execution_history(executionArn=retried["executionArn"])["events"]]
assert types.count("TaskFailed") == 3 and types.count("LambdaFunctionSucceeded") == 1, types

try:
    states.start_execution(stateMachineArn=machine + "#Nowhere")
    raise AssertionError("A test case that is not there was started.")
except states.exceptions.ValidationException as error:
    assert "HappyPath, RetryPath" in str(error), error

express = states.create_state_machine(
    name="Express", definition=json.dumps({"StartAt": "P", "States": {"P": {"Type": "Pass", "End": True}}}), roleArn=role, type="EXPRESS")["stateMachineArn"]
try:
    states.start_sync_execution(stateMachineArn=express + "#HappyPath")
    raise AssertionError("A machine that the file does not have was started.")
except states.exceptions.ClientError as error:
    assert "'Express'" in str(error), error
listed = states.list_executions(stateMachineArn=machine)["executions"]
assert {item["stateMachineArn"] for item in listed} == {machine}, listed
print("orders are mocked")
