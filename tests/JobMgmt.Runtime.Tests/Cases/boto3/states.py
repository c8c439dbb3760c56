"""Step Functions' operations with a host prefix of their own, versions and activities, through boto3 and the AWS CLI."""
import json
import socket
import subprocess
import threading

import boto3
from botocore.config import Config

definition = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}})
role = "arn:aws:iam::000000000000:role/r"
states = boto3.client("stepfunctions")
express = states.create_state_machine(name="express", definition=definition, roleArn=role, type="EXPRESS")["stateMachineArn"]

# as it stands, with the runtime's own config file
assert states.start_sync_execution(stateMachineArn=express, input='{"a": 1}')["status"] == "SUCCEEDED"
answer = subprocess.run(["aws", "stepfunctions", "start-sync-execution", "--state-machine-arn", express, "--query", "output", "--output", "text"],
                        check=True, capture_output=True, text=True)
assert answer.stdout == "{}\n", answer

# and with the prefix, where the name resolves
resolve = socket.getaddrinfo
socket.getaddrinfo = lambda host, *rest, **more: resolve("127.0.0.1" if host == "sync-127.0.0.1" else host, *rest, **more)
prefixed = boto3.client("stepfunctions", config=Config(inject_host_prefix=True))
tested = prefixed.test_state(definition=json.dumps({"Type": "Pass", "Result": 7, "Next": "N"}), roleArn=role, inspectionLevel="DEBUG")
assert (tested["status"], tested["output"], tested["nextState"]) == ("SUCCEEDED", "7", "N"), tested

# a worker's long poll
activity = states.create_activity(name="work")["activityArn"]
machine = states.create_state_machine(
    name="standard", definition=json.dumps({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": activity, "End": True}}}), roleArn=role, publish=True)


def work():
    task = states.get_activity_task(activityArn=activity, workerName="w")
    states.send_task_success(taskToken=task["taskToken"], output=json.dumps({"did": json.loads(task["input"])}))


worker = threading.Thread(target=work)
worker.start()
execution = states.start_execution(stateMachineArn=machine["stateMachineVersionArn"], input="1")["executionArn"]
worker.join()
while states.describe_execution(executionArn=execution)["status"] == "RUNNING":
    pass
ended = states.describe_execution(executionArn=execution)
assert (ended["output"], ended["stateMachineVersionArn"]) == ('{"did":1}', machine["stateMachineVersionArn"]), ended
print("states are as on AWS")
