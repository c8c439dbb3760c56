"""Workers through EC2's and SSM's own clients: register, tag, find, stop, terminate."""
import json
import subprocess

import boto3
from botocore.exceptions import ClientError

ec2 = boto3.client("ec2")
ssm = boto3.client("ssm")


def refused(call, code, text=None):
    try:
        call()
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response
        assert text is None or error.response["Error"]["Message"] == text, error.response
    else:
        raise AssertionError(f"{code} was expected")


def run(name, role):
    tags = [{"Key": "Name", "Value": name}, {"Key": "role", "Value": role}]
    return ec2.run_instances(
        ImageId="ami-12345678", InstanceType="t3.micro", MinCount=1, MaxCount=1,
        TagSpecifications=[{"ResourceType": "instance", "Tags": tags}, {"ResourceType": "volume", "Tags": []}],
    )["Instances"][0]


one = run("night one", "job_worker")
two = run("night <two> & more", "job_worker")
other = run("day", "web")
assert one["State"] == {"Code": 16, "Name": "running"}, one
assert one["LaunchTime"].year >= 2020 and one["Placement"]["AvailabilityZone"], one
assert [tag["Value"] for tag in two["Tags"]] == ["night <two> & more", "job_worker"], two


def found(*filters, **more):
    pages = ec2.get_paginator("describe_instances").paginate(Filters=[{"Name": name, "Values": values} for name, values in filters], **more)
    return [instance["InstanceId"] for page in pages for reservation in page["Reservations"] for instance in reservation["Instances"]]


ids = [one["InstanceId"], two["InstanceId"]]
assert found(("tag:role", ["job_worker"]), ("instance-state-name", ["running"])) == ids
assert found(("tag:Name", ["night*"])) == ids
assert found(("tag:Name", ["NIGHT*"])) == []
assert found(("tag-key", ["role"]), ("instance-id", [ids[1]])) == [ids[1]]
for number in range(9):
    run(f"more {number}", "crowd")
assert len(found(("tag:role", ["crowd", "web"]), PaginationConfig={"PageSize": 5})) == 10
refused(lambda: ec2.describe_instances(InstanceIds=["i-00000000000000000"]), "InvalidInstanceID.NotFound",
        "The instance ID 'i-00000000000000000' does not exist")
refused(lambda: ec2.describe_instances(Filters=[{"Name": "colour", "Values": ["red"]}]), "InvalidParameterValue")
refused(lambda: ec2.describe_vpcs(), "InvalidAction")

ec2.create_tags(Resources=ids, Tags=[{"Key": "shift", "Value": "night"}])
ec2.delete_tags(Resources=[ids[1]], Tags=[{"Key": "shift"}])
assert [tag["ResourceId"] for tag in ec2.describe_tags(Filters=[{"Name": "key", "Values": ["shift"]}])["Tags"]] == [ids[0]]

nodes = ssm.describe_instance_information(Filters=[{"Key": "tag:role", "Values": ["job_worker"]}, {"Key": "PingStatus", "Values": ["Online"]}])
assert [node["InstanceId"] for node in nodes["InstanceInformationList"]] == ids
node = nodes["InstanceInformationList"][0]
assert node["PingStatus"] == "Online" and node["PlatformName"] and node["IPAddress"] and node["ComputerName"], node
pages = list(ssm.get_paginator("describe_instance_information").paginate(PaginationConfig={"PageSize": 5}))
assert [len(page["InstanceInformationList"]) for page in pages] == [5, 5, 2], pages
refused(lambda: ssm.describe_instance_information(MaxResults=50, Filters=[{"Key": "colour", "Values": ["red"]}]), "InvalidFilterKey")

stopping = ec2.stop_instances(InstanceIds=[ids[0]])["StoppingInstances"][0]
assert (stopping["PreviousState"]["Name"], stopping["CurrentState"]["Name"]) == ("running", "stopped"), stopping
assert found(("tag:role", ["job_worker"]), ("instance-state-name", ["running"])) == [ids[1]]
nodes = ssm.describe_instance_information(Filters=[{"Key": "InstanceIds", "Values": ids}])
assert [node["InstanceId"] for node in nodes["InstanceInformationList"]] == [ids[1]]
ec2.start_instances(InstanceIds=[ids[0]])
ec2.terminate_instances(InstanceIds=[ids[1]])
state = ec2.describe_instances(InstanceIds=[ids[1]])["Reservations"][0]["Instances"][0]
assert state["State"]["Name"] == "terminated" and state["StateTransitionReason"].startswith("User initiated ("), state
refused(lambda: ec2.start_instances(InstanceIds=[ids[1]]), "IncorrectInstanceState")

command = ssm.send_command(
    InstanceIds=[ids[0]], DocumentName="AWS-RunShellScript", Comment="from boto3", TimeoutSeconds=600,
    Parameters={"commands": ["echo out", "echo err >&2", "exit 5"], "workingDirectory": ["/"], "executionTimeout": ["60"]},
    CloudWatchOutputConfig={"CloudWatchOutputEnabled": True},
)["Command"]
try:
    ssm.get_waiter("command_executed").wait(CommandId=command["CommandId"], InstanceId=ids[0], WaiterConfig={"Delay": 1})
except Exception as error:
    assert "Failed" in str(error), error
answer = ssm.get_command_invocation(CommandId=command["CommandId"], InstanceId=ids[0])
assert (answer["Status"], answer["ResponseCode"], answer["StandardOutputContent"]) == ("Failed", 5, "out\n"), answer
assert answer["StandardErrorContent"] == "err\nfailed to run commands: exit status 5", answer
details = ssm.list_command_invocations(CommandId=command["CommandId"], Details=True)["CommandInvocations"][0]
assert details["CommandPlugins"][0]["Output"] == "out\n\n----------ERROR-------\nerr\nfailed to run commands: exit status 5", details
refused(lambda: ssm.send_command(InstanceIds=[ids[1]], DocumentName="AWS-RunShellScript", Parameters={"commands": ["true"]}),
        "InvalidInstanceId", f"Instances [[{ids[1]}]] not in a valid state for account 000000000000")


def cli(*arguments):
    return json.loads(subprocess.run(["aws", *arguments, "--output", "json"], check=True, capture_output=True, text=True).stdout or "null")


shown = cli("ec2", "describe-instances", "--filters", "Name=tag:role,Values=job_worker", "Name=instance-state-name,Values=running")
assert [instance["InstanceId"] for reservation in shown["Reservations"] for instance in reservation["Instances"]] == [ids[0]], shown
listed = cli("ssm", "list-commands", "--command-id", command["CommandId"])
assert listed["Commands"][0]["Status"] == "Failed" and listed["Commands"][0]["Comment"] == "from boto3", listed
print("workers are as on AWS")
