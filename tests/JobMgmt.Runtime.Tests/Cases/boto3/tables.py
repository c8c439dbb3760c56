"""Tables through DynamoDB's own clients: the resource layer with its typed values, paginators, waiters, and the CLI."""
import json
import subprocess
from decimal import Decimal

import boto3
from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError

client = boto3.client("dynamodb")
client.create_table(TableName="Runs", BillingMode="PROVISIONED", ProvisionedThroughput={"ReadCapacityUnits": 2, "WriteCapacityUnits": 1},
                    AttributeDefinitions=[{"AttributeName": "Network", "AttributeType": "S"}, {"AttributeName": "Number", "AttributeType": "N"}],
                    KeySchema=[{"AttributeName": "Network", "KeyType": "HASH"}, {"AttributeName": "Number", "KeyType": "RANGE"}], Tags=[{"Key": "stack", "Value": "x"}])
client.get_waiter("table_exists").wait(TableName="Runs")
described = client.describe_table(TableName="Runs")["Table"]
assert described["TableStatus"] == "ACTIVE" and described["ProvisionedThroughput"]["ReadCapacityUnits"] == 2 and described["CreationDateTime"].year >= 2020, described
assert client.list_tags_of_resource(ResourceArn=described["TableArn"])["Tags"] == [{"Key": "stack", "Value": "x"}]
client.update_table(TableName="Runs", BillingMode="PAY_PER_REQUEST")
assert client.describe_table(TableName=described["TableArn"])["Table"]["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST"

runs = boto3.resource("dynamodb").Table("Runs")
big = Decimal("12345678901234567890123456789012345678")
with_everything = {"Network": "夜間", "Number": Decimal("1.5"), "list": [Decimal(1), "two", {"three": None}], "set": {"a", "b"}, "numbers": {Decimal(1), Decimal("2.5")},
                   "bytes": b"\x00\xff", "yes": True, "big": big, "empty": "", "map": {}}
runs.put_item(Item=with_everything)
found = runs.get_item(Key={"Network": "夜間", "Number": Decimal("1.50")}, ConsistentRead=True)["Item"]
assert found == dict(with_everything, bytes=found["bytes"]) and bytes(found["bytes"]) == b"\x00\xff", found
for number in range(-20, 20):
    runs.put_item(Item={"Network": "n", "Number": Decimal(number) / 4, "even": number % 2 == 0, "text": "x" * 60000})
pages = list(client.get_paginator("query").paginate(TableName="Runs", KeyConditionExpression="Network = :n", ExpressionAttributeValues={":n": {"S": "n"}}))
numbers = [Decimal(item["Number"]["N"]) for page in pages for item in page["Items"]]
assert len(pages) == 3 and numbers == sorted(numbers) and len(numbers) == 40, (len(pages), numbers)  # a page has 1 MB at most
answer = runs.query(KeyConditionExpression=Key("Network").eq("n") & Key("Number").between(Decimal(-1), Decimal("1.25")), FilterExpression=Attr("even").eq(True),
                    ScanIndexForward=False, ProjectionExpression="#n", ExpressionAttributeNames={"#n": "Number"})
assert [item["Number"] for item in answer["Items"]] == [Decimal(1), Decimal("0.5"), 0, Decimal("-0.5"), -1] and answer["ScannedCount"] == 10, answer
segments = [item for number in range(4) for page in client.get_paginator("scan").paginate(TableName="Runs", TotalSegments=4, Segment=number) for item in page["Items"]]
assert len(segments) == 41

try:
    runs.update_item(Key={"Network": "n", "Number": 1}, UpdateExpression="ADD tries :one", ConditionExpression=Attr("even").eq(False) | Attr("text").not_exists(),
                     ExpressionAttributeValues={":one": 1}, ReturnValuesOnConditionCheckFailure="ALL_OLD")
    raise AssertionError("the condition holds")
except client.exceptions.ConditionalCheckFailedException as error:
    assert error.response["Item"]["even"] == {"BOOL": True}, error.response
added = runs.update_item(Key={"Network": "n", "Number": 1}, UpdateExpression="ADD tries :one SET #m = :map REMOVE #t", ExpressionAttributeValues={":one": 1, ":map": {"k": [1]}},
                         ExpressionAttributeNames={"#m": "a map", "#t": "text"}, ReturnValues="ALL_NEW")["Attributes"]
assert added == {"Network": "n", "Number": 1, "even": True, "tries": 1, "a map": {"k": [1]}}, added
assert runs.delete_item(Key={"Network": "n", "Number": 1}, ReturnValues="ALL_OLD")["Attributes"]["tries"] == 1

try:
    client.batch_get_item(RequestItems={"Runs": {"Keys": [{"Network": {"S": "n"}, "Number": {"N": "1"}}]}})
    raise AssertionError("not served")
except ClientError as error:
    assert error.response["Error"]["Code"] == "UnknownOperationException" and "BatchGetItem" in error.response["Error"]["Message"], error.response

shown = json.loads(subprocess.run(
    ["aws", "dynamodb", "get-item", "--table-name", "Runs", "--key", '{"Network":{"S":"n"},"Number":{"N":"0"}}', "--projection-expression", "even", "--output", "json"],
    check=True, capture_output=True, text=True).stdout)
assert shown == {"Item": {"even": {"BOOL": True}}}, shown
client.delete_table(TableName="Runs")
client.get_waiter("table_not_exists").wait(TableName="Runs")
print("tables are as on AWS")
