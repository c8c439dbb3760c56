"""S3 through boto3 and the AWS CLI: buckets, objects, ranges, conditions, copies, listings, multipart, presigned URLs."""
import hashlib
import json
import os
import subprocess
import tempfile
import urllib.error
import urllib.request

import boto3
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import ClientError

s3 = boto3.client("s3")
once = boto3.client("s3", config=Config(retries={"max_attempts": 0}))  # botocore sends a body again when its digest was refused


def refused(call, code, text=None):
    try:
        call()
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response
        assert text is None or error.response["Error"]["Message"] == text, error.response
    else:
        raise AssertionError(f"{code} was expected")


# buckets
s3.create_bucket(Bucket="first-bucket")
s3.create_bucket(Bucket="second.bucket")
assert [bucket["Name"] for bucket in s3.list_buckets()["Buckets"]] == ["first-bucket", "second.bucket"]
assert [len(page["Buckets"]) for page in s3.get_paginator("list_buckets").paginate(PaginationConfig={"PageSize": 1})] == [1, 1]
assert s3.head_bucket(Bucket="first-bucket")["BucketRegion"] == "us-east-1"
assert s3.get_bucket_location(Bucket="first-bucket")["LocationConstraint"] is None
refused(lambda: s3.head_bucket(Bucket="no-bucket"), "404")
refused(lambda: s3.create_bucket(Bucket="Upper"), "InvalidBucketName", "The specified bucket is not valid.")
refused(lambda: s3.list_objects_v2(Bucket="no-bucket"), "NoSuchBucket", "The specified bucket does not exist")
refused(lambda: s3.get_bucket_acl(Bucket="first-bucket"), "NotImplemented")

# objects, in every kind of checksum that clients send
for number, algorithm in enumerate([None, "CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME"]):
    try:
        put = s3.put_object(Bucket="first-bucket", Key=f"sums/{number}", Body=b"123456789", **({"ChecksumAlgorithm": algorithm} if algorithm else {}))
    except Exception as error:
        if "crt" in str(error).lower():
            continue  # botocore computes these with its C library only
        raise
    got = s3.get_object(Bucket="first-bucket", Key=f"sums/{number}", ChecksumMode="ENABLED")
    assert got["Body"].read() == b"123456789" and got["ETag"] == put["ETag"] == '"25f9e794323b453885f5181f1b624d0b"', got
    assert algorithm is None or got[f"Checksum{algorithm}"] == put[f"Checksum{algorithm}"], (got, put)
refused(lambda: once.put_object(Bucket="first-bucket", Key="bad", Body=b"x", ChecksumCRC32="AAAAAA=="), "BadDigest")
refused(lambda: once.put_object(Bucket="first-bucket", Key="bad", Body=b"x", ContentMD5="AAAAAAAAAAAAAAAAAAAAAA=="), "BadDigest",
        "The Content-MD5 you specified did not match what we received.")
refused(lambda: s3.head_object(Bucket="first-bucket", Key="bad"), "404")

key = "a folder/naïve + ü?&=%.txt"
s3.put_object(Bucket="first-bucket", Key=key, Body="text £", ContentType="text/plain; charset=utf-8", CacheControl="no-cache",
              ContentDisposition="inline", Metadata={"Author": "Somebody", "empty": ""}, Tagging="a=1&b=two%20words")
got = s3.get_object(Bucket="first-bucket", Key=key)
assert got["Body"].read().decode() == "text £" and got["ContentLength"] == 7, got
assert (got["ContentType"], got["CacheControl"], got["ContentDisposition"]) == ("text/plain; charset=utf-8", "no-cache", "inline"), got
assert got["Metadata"] == {"author": "Somebody", "empty": ""} and got["TagCount"] == 2 and got["LastModified"].year > 2000, got
assert s3.get_object_tagging(Bucket="first-bucket", Key=key)["TagSet"] == [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "two words"}]
s3.put_object_tagging(Bucket="first-bucket", Key=key, Tagging={"TagSet": [{"Key": "<c>", "Value": "&"}]})
assert s3.get_object_tagging(Bucket="first-bucket", Key=key)["TagSet"] == [{"Key": "<c>", "Value": "&"}]
s3.delete_object_tagging(Bucket="first-bucket", Key=key)
assert s3.get_object_tagging(Bucket="first-bucket", Key=key)["TagSet"] == []
assert s3.get_object(Bucket="first-bucket", Key=key, ResponseContentType="a/b")["ContentType"] == "a/b"
refused(lambda: s3.get_object(Bucket="first-bucket", Key="nothing"), "NoSuchKey", "The specified key does not exist.")

# ranges and conditions
s3.put_object(Bucket="first-bucket", Key="digits", Body=b"0123456789")
for wanted, text, shown in [("bytes=2-4", b"234", "bytes 2-4/10"), ("bytes=7-", b"789", "bytes 7-9/10"), ("bytes=-3", b"789", "bytes 7-9/10"), ("bytes=5-99", b"56789", "bytes 5-9/10")]:
    got = s3.get_object(Bucket="first-bucket", Key="digits", Range=wanted)
    assert (got["Body"].read(), got["ContentRange"], got["ResponseMetadata"]["HTTPStatusCode"]) == (text, shown, 206), got
refused(lambda: s3.get_object(Bucket="first-bucket", Key="digits", Range="bytes=10-"), "InvalidRange", "The requested range is not satisfiable")
tag = s3.head_object(Bucket="first-bucket", Key="digits")["ETag"]
assert s3.get_object(Bucket="first-bucket", Key="digits", IfMatch=tag)["ContentLength"] == 10
refused(lambda: s3.get_object(Bucket="first-bucket", Key="digits", IfMatch='"other"'), "PreconditionFailed")
refused(lambda: s3.get_object(Bucket="first-bucket", Key="digits", IfNoneMatch=tag), "304")
refused(lambda: s3.put_object(Bucket="first-bucket", Key="digits", Body=b"", IfNoneMatch="*"), "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold")
s3.put_object(Bucket="first-bucket", Key="digits", Body=b"0123456789", IfMatch=tag)

# copies
s3.copy_object(Bucket="second.bucket", Key="copied", CopySource={"Bucket": "first-bucket", "Key": key})
got = s3.get_object(Bucket="second.bucket", Key="copied")
assert got["Body"].read().decode() == "text £" and got["Metadata"]["author"] == "Somebody", got
s3.copy_object(Bucket="second.bucket", Key="copied", CopySource="second.bucket/copied", MetadataDirective="REPLACE", Metadata={"new": "1"})
assert s3.head_object(Bucket="second.bucket", Key="copied")["Metadata"] == {"new": "1"}
refused(lambda: s3.copy_object(Bucket="second.bucket", Key="copied", CopySource="second.bucket/copied"), "InvalidRequest")
refused(lambda: s3.copy_object(Bucket="second.bucket", Key="x", CopySource="second.bucket/nothing"), "NoSuchKey")
refused(lambda: s3.delete_bucket(Bucket="second.bucket"), "BucketNotEmpty", "The bucket you tried to delete is not empty")

# listings
s3.create_bucket(Bucket="listed")
names = ["a.txt", "logs/1", "logs/2", "logs/deep/3", "photos/x", "z é"]
for name in names:
    s3.put_object(Bucket="listed", Key=name, Body=name.encode())
for operation, token in [("list_objects_v2", "Contents"), ("list_objects", "Contents")]:
    pages = list(s3.get_paginator(operation).paginate(Bucket="listed", PaginationConfig={"PageSize": 2}))
    assert [item["Key"] for page in pages for item in page["Contents"]] == names and len(pages) == 3, pages
    pages = list(s3.get_paginator(operation).paginate(Bucket="listed", Delimiter="/", PaginationConfig={"PageSize": 1}))
    assert [item["Prefix"] for page in pages for item in page.get("CommonPrefixes", [])] == ["logs/", "photos/"], pages
    assert [item["Key"] for page in pages for item in page.get("Contents", [])] == ["a.txt", "z é"], pages
page = s3.list_objects_v2(Bucket="listed", Prefix="logs/", Delimiter="/", FetchOwner=True)
assert ([item["Key"] for item in page["Contents"]], page["CommonPrefixes"], page["KeyCount"]) == (["logs/1", "logs/2"], [{"Prefix": "logs/deep/"}], 3), page
assert page["Contents"][0]["Owner"]["ID"] and page["Contents"][0]["Size"] == 6 and page["Contents"][0]["StorageClass"] == "STANDARD", page
assert [item["Key"] for item in s3.list_objects_v2(Bucket="listed", StartAfter="logs/2")["Contents"]] == names[3:]
deleted = s3.delete_objects(Bucket="listed", Delete={"Objects": [{"Key": name} for name in names] + [{"Key": "never there"}]})
assert len(deleted["Deleted"]) == 7 and "Errors" not in deleted, deleted
assert s3.list_objects_v2(Bucket="listed")["KeyCount"] == 0
s3.delete_bucket(Bucket="listed")

# multipart: by hand, and as the transfer manager does it
upload = s3.create_multipart_upload(Bucket="first-bucket", Key="parts", ContentType="application/x-parts", Metadata={"m": "1"})["UploadId"]
big = os.urandom(5 << 20)
parts = [s3.upload_part(Bucket="first-bucket", Key="parts", UploadId=upload, PartNumber=number, Body=body) for number, body in [(1, big), (3, b"end")]]
copied = s3.upload_part_copy(Bucket="first-bucket", Key="parts", UploadId=upload, PartNumber=5, CopySource="first-bucket/digits", CopySourceRange="bytes=1-2")
assert [part["PartNumber"] for part in s3.list_parts(Bucket="first-bucket", Key="parts", UploadId=upload)["Parts"]] == [1, 3, 5]
assert [item["UploadId"] for item in s3.list_multipart_uploads(Bucket="first-bucket")["Uploads"]] == [upload]
refused(lambda: s3.head_object(Bucket="first-bucket", Key="parts"), "404")


def complete(*listed):
    return s3.complete_multipart_upload(Bucket="first-bucket", Key="parts", UploadId=upload,
                                        MultipartUpload={"Parts": [{"PartNumber": number, "ETag": etag} for number, etag in listed]})


refused(lambda: complete((1, '"00000000000000000000000000000000"')), "InvalidPart")
refused(lambda: complete((3, parts[1]["ETag"]), (1, parts[0]["ETag"])), "InvalidPartOrder")
refused(lambda: complete((1, parts[0]["ETag"]), (3, parts[1]["ETag"]), (5, copied["CopyPartResult"]["ETag"])), "EntityTooSmall")
done = complete((1, parts[0]["ETag"]), (3, parts[1]["ETag"]))
expected = hashlib.md5(hashlib.md5(big).digest() + hashlib.md5(b"end").digest()).hexdigest() + "-2"
assert done["ETag"] == f'"{expected}"', done
got = s3.get_object(Bucket="first-bucket", Key="parts")
assert got["Body"].read() == big + b"end" and got["ContentType"] == "application/x-parts" and got["Metadata"] == {"m": "1"}, got
got = s3.get_object(Bucket="first-bucket", Key="parts", PartNumber=2)
assert got["Body"].read() == b"end" and got["PartsCount"] == 2, got
refused(lambda: complete((1, parts[0]["ETag"])), "NoSuchUpload")
upload = s3.create_multipart_upload(Bucket="first-bucket", Key="given up")["UploadId"]
s3.upload_part(Bucket="first-bucket", Key="given up", UploadId=upload, PartNumber=1, Body=b"x")
s3.abort_multipart_upload(Bucket="first-bucket", Key="given up", UploadId=upload)
assert "Uploads" not in s3.list_multipart_uploads(Bucket="first-bucket")

with tempfile.TemporaryDirectory() as folder:
    large, back = os.path.join(folder, "large.bin"), os.path.join(folder, "back.bin")
    with open(large, "wb") as file:
        file.write(os.urandom(20 << 20))
    s3.upload_file(large, "first-bucket", "large", Config=TransferConfig(multipart_threshold=6 << 20, multipart_chunksize=6 << 20))
    assert s3.head_object(Bucket="first-bucket", Key="large")["ETag"].endswith('-4"')
    s3.download_file("first-bucket", "large", back)
    assert open(large, "rb").read() == open(back, "rb").read()

    # presigned URLs: nothing but the URL is needed
    signed = boto3.client("s3", config=Config(signature_version="s3v4"))
    link = signed.generate_presigned_url("put_object", Params={"Bucket": "first-bucket", "Key": "by url"}, ExpiresIn=60)
    urllib.request.urlopen(urllib.request.Request(link, data=b"by url", method="PUT", headers={"Content-Type": ""})).read()
    link = signed.generate_presigned_url("get_object", Params={"Bucket": "first-bucket", "Key": "by url"}, ExpiresIn=60)
    assert urllib.request.urlopen(link).read() == b"by url"
    try:
        urllib.request.urlopen(link.replace("by%20url", "digits"))
        raise AssertionError("a changed URL was answered")
    except urllib.error.HTTPError as error:
        assert error.code == 403 and b"<Code>SignatureDoesNotMatch</Code>" in error.read()

    # as boto3 makes them in us-east-1 where it is told nothing else: with Signature Version 2
    link = s3.generate_presigned_url("put_object", Params={"Bucket": "first-bucket", "Key": "by old url", "Metadata": {"a": "b"}, "ContentType": "text/x"}, ExpiresIn=60)
    assert "AWSAccessKeyId=" in link
    urllib.request.urlopen(urllib.request.Request(link, data=b"by old url", method="PUT", headers={"Content-Type": "text/x", "x-amz-meta-a": "b"})).read()
    link = s3.generate_presigned_url("get_object", Params={"Bucket": "first-bucket", "Key": "by old url", "ResponseContentType": "text/y; a=b"}, ExpiresIn=60)
    answer = urllib.request.urlopen(link)
    assert (answer.read(), answer.headers["Content-Type"], answer.headers["x-amz-meta-a"]) == (b"by old url", "text/y; a=b", "b")

    # the AWS CLI
    def cli(*arguments):
        done = subprocess.run(["aws", *arguments], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    cli("s3", "mb", "s3://from-cli")
    cli("s3", "cp", large, "s3://from-cli/large.bin", "--only-show-errors")
    cli("s3", "cp", "s3://from-cli/large.bin", back, "--only-show-errors")
    assert open(large, "rb").read() == open(back, "rb").read()
    cli("s3", "cp", "s3://from-cli/large.bin", "s3://from-cli/large copy.bin", "--only-show-errors")
    tree = os.path.join(folder, "tree")
    os.makedirs(os.path.join(tree, "sub folder"))
    for name in ["one.txt", "sub folder/two ü.txt", "sub folder/empty"]:
        with open(os.path.join(tree, name), "w") as file:
            file.write(name if name.endswith("txt") else "")
        os.utime(os.path.join(tree, name), (1e9, 1e9))
    cli("s3", "sync", tree, "s3://from-cli/tree", "--only-show-errors")
    assert cli("s3", "sync", tree, "s3://from-cli/tree", "--dryrun") == ""
    os.remove(os.path.join(tree, "one.txt"))
    cli("s3", "sync", tree, "s3://from-cli/tree", "--delete", "--only-show-errors")
    cli("s3", "sync", "s3://from-cli/tree", os.path.join(folder, "again"), "--only-show-errors")
    assert sorted(os.listdir(os.path.join(folder, "again", "sub folder"))) == ["empty", "two ü.txt"]
    assert "PRE tree/" in cli("s3", "ls", "s3://from-cli"), cli("s3", "ls", "s3://from-cli")
    assert json.loads(cli("s3api", "head-object", "--bucket", "from-cli", "--key", "large.bin"))["ContentLength"] == 20 << 20
    cli("s3", "rb", "s3://from-cli", "--force")
print("objects are as on AWS")
