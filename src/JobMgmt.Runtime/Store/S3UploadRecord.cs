using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Store;

/// <summary>A multipart upload that is neither completed nor aborted. Its members are those of <see cref="S3ObjectRecord"/>.</summary>
internal sealed record S3UploadRecord(
    string Id, long Bucket, string Key, DateTimeOffset Initiated, string ChecksumAlgorithm, string ChecksumType, JsonObject Attributes, JsonObject Tags);
