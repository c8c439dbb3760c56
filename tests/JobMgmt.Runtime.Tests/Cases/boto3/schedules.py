"""Schedules through EventBridge Scheduler's own client and the AWS CLI; one that is due fires."""
import datetime
import json
import subprocess
import time

import boto3
from botocore.exceptions import ClientError

scheduler, sfn = boto3.client("scheduler"), boto3.client("stepfunctions")
role = "arn:aws:iam::000000000000:role/r"
machine = sfn.create_state_machine(name="m", definition='{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}', roleArn=role)["stateMachineArn"]
target = {"Arn": machine, "RoleArn": role, "Input": '{"at":"<aws.scheduler.scheduled-time>"}'}
off = {"Mode": "OFF"}


def refused(call, status, code, text):
    try:
        call()
    except ClientError as error:
        found = error.response["ResponseMetadata"]["HTTPStatusCode"], error.response["Error"]["Code"], error.response["Error"]["Message"]
        assert found == (status, code, text), error.response
    else:
        raise AssertionError(f"{code} was expected")


def aws(*arguments):
    shown = subprocess.run(["aws", *arguments, "--output", "json"], check=True, capture_output=True, text=True).stdout
    return json.loads(shown) if shown.strip() else {}


# one that is due at once, while the rest is tried
scheduler.create_schedule(Name="now", ScheduleExpression="rate(1 day)", FlexibleTimeWindow=off, Target=target)

group = scheduler.create_schedule_group(Name="jobs", Tags=[{"Key": "stack", "Value": "Jobs & more"}])["ScheduleGroupArn"]
assert group == "arn:aws:scheduler:us-east-1:000000000000:schedule-group/jobs", group
scheduler.tag_resource(ResourceArn=group, Tags=[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}])
scheduler.untag_resource(ResourceArn=group, TagKeys=["stack", "b"])
assert scheduler.list_tags_for_resource(ResourceArn=group)["Tags"] == [{"Key": "a", "Value": "1"}]
found = scheduler.get_schedule_group(Name="jobs")
assert (found["Arn"], found["State"]) == (group, "ACTIVE") and isinstance(found["CreationDate"], datetime.datetime), found
assert [g["Name"] for g in scheduler.list_schedule_groups()["ScheduleGroups"]] == ["default", "jobs"]
assert [g["Name"] for g in scheduler.list_schedule_groups(NamePrefix="jo", MaxResults=1)["ScheduleGroups"]] == ["jobs"]

start = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1)).replace(microsecond=0)
arn = scheduler.create_schedule(
    Name="nightly.1", GroupName="jobs", ScheduleExpression="cron(30 2 ? * MON-FRI *)", ScheduleExpressionTimezone="Asia/Tokyo", StartDate=start, EndDate=start + datetime.timedelta(days=9),
    FlexibleTimeWindow={"Mode": "FLEXIBLE", "MaximumWindowInMinutes": 15}, Target=target, Description="nights ✓", ActionAfterCompletion="DELETE")["ScheduleArn"]
assert arn == "arn:aws:scheduler:us-east-1:000000000000:schedule/jobs/nightly.1", arn
found = scheduler.get_schedule(Name="nightly.1", GroupName="jobs")
assert (found["StartDate"], found["Description"], found["State"], found["ScheduleExpressionTimezone"]) == (start, "nights ✓", "ENABLED", "Asia/Tokyo"), found
assert found["Target"]["RetryPolicy"] == {"MaximumEventAgeInSeconds": 86400, "MaximumRetryAttempts": 185}, found
scheduler.update_schedule(Name="nightly.1", GroupName="jobs", ScheduleExpression="rate(5 minutes)", FlexibleTimeWindow=off, Target=target, State="DISABLED")
found = scheduler.get_schedule(Name="nightly.1", GroupName="jobs")
assert "Description" not in found and "StartDate" not in found and found["ScheduleExpressionTimezone"] == "UTC" and found["ActionAfterCompletion"] == "NONE", found

refused(lambda: scheduler.get_schedule(Name="nightly.1"), 404, "ResourceNotFoundException", "Schedule nightly.1 does not exist.")
refused(lambda: scheduler.create_schedule(Name="nightly.1", GroupName="jobs", ScheduleExpression="rate(1 hour)", FlexibleTimeWindow=off, Target=target),
        409, "ConflictException", "Schedule nightly.1 already exists.")
refused(lambda: scheduler.create_schedule(Name="x", ScheduleExpression="cron(0 1 * * * *)", FlexibleTimeWindow=off, Target=target),
        400, "ValidationException", "Invalid Schedule Expression cron(0 1 * * * *).")
refused(lambda: scheduler.create_schedule(Name="x", GroupName="none", ScheduleExpression="rate(1 hour)", FlexibleTimeWindow=off, Target=target),
        404, "ResourceNotFoundException", "Schedule group none does not exist.")

for number in range(4):
    scheduler.create_schedule(Name=f"s{number}", GroupName="jobs", ScheduleExpression="rate(1 hour)", FlexibleTimeWindow=off, Target=target, State="DISABLED")
pages = list(scheduler.get_paginator("list_schedules").paginate(GroupName="jobs", PaginationConfig={"PageSize": 2}))
assert [len(page["Schedules"]) for page in pages] == [2, 2, 1], pages
assert [s["Name"] for s in scheduler.list_schedules(NamePrefix="s", State="DISABLED", GroupName="jobs")["Schedules"]] == ["s0", "s1", "s2", "s3"]

aws("scheduler", "create-schedule", "--name", "cli", "--schedule-expression", "at(2099-01-01T00:00:00)", "--flexible-time-window", "Mode=OFF",
    "--target", json.dumps(target))
assert aws("scheduler", "get-schedule", "--name", "cli")["ScheduleExpression"] == "at(2099-01-01T00:00:00)"
aws("scheduler", "delete-schedule", "--name", "cli")
scheduler.delete_schedule_group(Name="jobs")
refused(lambda: scheduler.list_schedules(GroupName="jobs"), 404, "ResourceNotFoundException", "Schedule group jobs does not exist.")
assert [s["Name"] for s in scheduler.list_schedules()["Schedules"]] == ["now"]

events = boto3.client("events")
events.put_rule(Name="hourly", ScheduleExpression="rate(1 hour)")
rule = events.list_rules(NamePrefix="hourly")["Rules"][0]
assert (rule["ScheduleExpression"], rule["State"]) == ("rate(1 hour)", "ENABLED") and "EventPattern" not in rule, rule

deadline = time.monotonic() + 120
while not (executions := sfn.list_executions(stateMachineArn=machine)["executions"]) and time.monotonic() < deadline:
    time.sleep(0.05)
assert len(executions) == 1 and executions[0]["name"].startswith("now-"), executions
sent = json.loads(sfn.describe_execution(executionArn=executions[0]["executionArn"])["input"])["at"]
late = executions[0]["startDate"] - datetime.datetime.fromisoformat(sent)
assert datetime.timedelta(0) <= late < datetime.timedelta(minutes=2), (sent, executions)  # the keyword has no fraction, and a busy machine takes its time
print("schedules are as on AWS")
