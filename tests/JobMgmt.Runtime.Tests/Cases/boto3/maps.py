"""A distributed Map over a CSV file in a bucket, its Map Run and its results, through boto3."""
import json
import time

import boto3

states, s3 = boto3.client("stepfunctions"), boto3.client("s3")
s3.create_bucket(Bucket="maps")
s3.put_object(Bucket="maps", Key="in.csv", Body=b"name,count\r\napple,1\r\npear,2\r\nplum,3\r\n")
definition = {
    "StartAt": "M",
    "States": {"M": {
        "Type": "Map", "Label": "Rows", "MaxConcurrency": 2, "End": True,
        "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"},
                       "Parameters": {"Bucket": "maps", "Key": "in.csv"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "P", "States": {"P": {"Type": "Pass", "End": True}}},
        "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "maps", "Prefix": "out"}}}},
}
machine = states.create_state_machine(name="m", definition=json.dumps(definition), roleArn="arn:aws:iam::000000000000:role/r")["stateMachineArn"]
execution = states.start_execution(stateMachineArn=machine)["executionArn"]
while (ended := states.describe_execution(executionArn=execution))["status"] == "RUNNING":
    time.sleep(0.05)
assert ended["status"] == "SUCCEEDED", ended

[listed] = states.list_map_runs(executionArn=execution)["mapRuns"]
run = states.describe_map_run(mapRunArn=listed["mapRunArn"])
assert (run["status"], run["maxConcurrency"], run["executionCounts"]["succeeded"], run["itemCounts"]["total"]) == ("SUCCEEDED", 2, 3, 3), run
children = states.list_executions(mapRunArn=run["mapRunArn"])["executions"]
assert {child["itemCount"] for child in children} == {1} and len(children) == 3, children
assert [e["type"] for e in states.get_execution_history(executionArn=children[0]["executionArn"])["events"]][0] == "ExecutionStarted"

written = json.loads(ended["output"])["ResultWriterDetails"]
manifest = json.load(s3.get_object(Bucket=written["Bucket"], Key=written["Key"])["Body"])
[file] = manifest["ResultFiles"]["SUCCEEDED"]
results = json.load(s3.get_object(Bucket="maps", Key=file["Key"])["Body"])
assert [json.loads(result["Output"])["name"] for result in results] == ["apple", "pear", "plum"], results
try:
    states.update_map_run(mapRunArn=run["mapRunArn"], maxConcurrency=5)
    raise AssertionError("a Map Run that is over was updated")
except states.exceptions.ValidationException:
    pass
print("maps are as on AWS")
