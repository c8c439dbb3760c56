"""Roles and the caller's identity through IAM's and STS's own clients."""
import json
import subprocess

import boto3
from botocore.exceptions import ClientError

iam = boto3.client("iam")
trust = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "ssm.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ssm:SendCommand", "Resource": "arn:aws:ssm:*::document/AWS-RunShellScript"}]}


def refused(call, status, code, text):
    try:
        call()
    except ClientError as error:
        found = error.response["ResponseMetadata"]["HTTPStatusCode"], error.response["Error"]["Code"], error.response["Error"]["Message"]
        assert found == (status, code, text), error.response
    else:
        raise AssertionError(f"{code} was expected")


assert boto3.client("sts").get_caller_identity()["Account"] == "000000000000"
role = iam.create_role(RoleName="Jobs-Automation", Path="/jobs/", AssumeRolePolicyDocument=json.dumps(trust), Description="runs <jobs> & more",
                       Tags=[{"Key": "stack", "Value": "Jobs"}])["Role"]
assert role["Arn"] == "arn:aws:iam::000000000000:role/jobs/Jobs-Automation", role
assert role["AssumeRolePolicyDocument"] == trust and role["CreateDate"].year >= 2020 and role["RoleId"].startswith("AROA"), role
refused(lambda: iam.create_role(RoleName="Jobs-Automation", AssumeRolePolicyDocument="{}"), 409, "EntityAlreadyExists", "Role with name Jobs-Automation already exists.")
refused(lambda: iam.get_role(RoleName="nope"), 404, "NoSuchEntity", "The role with name nope cannot be found.")
refused(lambda: iam.create_role(RoleName="x", AssumeRolePolicyDocument="{"), 400, "MalformedPolicyDocument", "This policy contains invalid Json")
refused(lambda: iam.create_role(RoleName="a b", AssumeRolePolicyDocument="{}"), 400, "ValidationError",
        "1 validation error detected: Value 'a b' at 'roleName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+")

iam.put_role_policy(RoleName="Jobs-Automation", PolicyName="send", PolicyDocument=json.dumps(policy))
assert iam.list_role_policies(RoleName="Jobs-Automation")["PolicyNames"] == ["send"]
assert iam.get_role_policy(RoleName="Jobs-Automation", PolicyName="send")["PolicyDocument"] == policy
refused(lambda: iam.get_role_policy(RoleName="Jobs-Automation", PolicyName="x"), 404, "NoSuchEntity", "The role policy with name x cannot be found.")
assert iam.list_attached_role_policies(RoleName="Jobs-Automation")["AttachedPolicies"] == []
iam.update_assume_role_policy(RoleName="Jobs-Automation", PolicyDocument=json.dumps(dict(trust, Id="2")))
iam.tag_role(RoleName="Jobs-Automation", Tags=[{"Key": "a", "Value": "1"}])
iam.untag_role(RoleName="Jobs-Automation", TagKeys=["stack"])
role = iam.get_role(RoleName="Jobs-Automation")["Role"]
assert role["AssumeRolePolicyDocument"]["Id"] == "2" and role["Tags"] == [{"Key": "a", "Value": "1"}] and role["Description"] == "runs <jobs> & more", role
assert iam.list_role_tags(RoleName="Jobs-Automation")["Tags"] == [{"Key": "a", "Value": "1"}]
for number in range(4):
    iam.create_role(RoleName=f"other{number}", AssumeRolePolicyDocument=json.dumps(trust), Tags=[])
pages = list(iam.get_paginator("list_roles").paginate(PaginationConfig={"PageSize": 2}))
assert [len(page["Roles"]) for page in pages] == [2, 2, 1], pages
assert [found["RoleName"] for found in iam.list_roles(PathPrefix="/jobs/")["Roles"]] == ["Jobs-Automation"]
refused(lambda: iam.delete_role(RoleName="Jobs-Automation"), 409, "DeleteConflict", "Cannot delete entity, must delete policies first.")
iam.delete_role_policy(RoleName="Jobs-Automation", PolicyName="send")
iam.delete_role(RoleName="Jobs-Automation")
refused(lambda: boto3.client("iam", aws_secret_access_key="wrong", aws_access_key_id="wrong").list_roles(), 403, "InvalidClientTokenId",
        "The security token included in the request is invalid.")

shown = json.loads(subprocess.run(["aws", "iam", "get-role", "--role-name", "other1", "--output", "json"], check=True, capture_output=True, text=True).stdout)
assert shown["Role"]["AssumeRolePolicyDocument"] == trust, shown
print("roles are as on AWS")
