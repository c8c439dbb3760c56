using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>What S3 says when it refuses (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html).</summary>
internal static class S3Errors
{
    public static ServiceException NoSuchBucket(string bucket) => new("NoSuchBucket", "The specified bucket does not exist", 404, JsonObject.Of(("BucketName", bucket)));

    public static ServiceException NoSuchKey(string key) => new("NoSuchKey", "The specified key does not exist.", 404, JsonObject.Of(("Key", key)));

    public static ServiceException NoSuchUpload(string upload) => new(
        "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
        404,
        JsonObject.Of(("UploadId", upload)));

    public static ServiceException InvalidArgument(string message, string name, string value) =>
        new("InvalidArgument", message, 400, JsonObject.Of(("ArgumentName", name), ("ArgumentValue", value)));

    public static ServiceException InvalidRequest(string message) => new("InvalidRequest", message);

    public static ServiceException PreconditionFailed(string condition) =>
        new("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412, JsonObject.Of(("Condition", condition)));

    public static ServiceException NotModified() => new("NotModified", null, 304);

    public static ServiceException BadDigest(string what) => new("BadDigest", $"The {what} you specified did not match the calculated checksum.");

    public static ServiceException MalformedXml() => new("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");
}
