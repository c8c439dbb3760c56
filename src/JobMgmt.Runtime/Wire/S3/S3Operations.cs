namespace JobMgmt.Runtime.Wire.S3;

/// <summary>Which operation a request is: by its method, whether it names a bucket and a key, its subresource, and for copies a header.</summary>
internal static class S3Operations
{
    private static readonly Dictionary<string, string> _named = new(StringComparer.Ordinal)
    {
        ["GET bucket"] = "ListObjects",
        ["GET bucket list-type"] = "ListObjectsV2",
        ["GET bucket uploads"] = "ListMultipartUploads",
        ["GET bucket versions"] = "ListObjectVersions",
        ["GET bucket notification"] = "GetBucketNotificationConfiguration",
        ["PUT bucket notification"] = "PutBucketNotificationConfiguration",
        ["PUT bucket"] = "CreateBucket",
        ["POST bucket delete"] = "DeleteObjects",
        ["GET object uploadId"] = "ListParts",
        ["PUT object partNumber"] = "UploadPart",
        ["POST object uploads"] = "CreateMultipartUpload",
        ["POST object uploadId"] = "CompleteMultipartUpload",
        ["DELETE object uploadId"] = "AbortMultipartUpload",
    };

    // in the order of precedence; what is not here is an argument, not another operation
    private static readonly string[] _subresources =
    [
        "partNumber", "uploadId", "uploads", "list-type", "versions", "delete", "location", "versioning", "tagging", "acl", "accelerate", "analytics", "attributes", "cors",
        "encryption", "intelligent-tiering", "inventory", "legal-hold", "lifecycle", "logging", "metrics", "notification", "object-lock", "ownershipControls", "policy",
        "policyStatus", "publicAccessBlock", "replication", "requestPayment", "restore", "retention", "select", "torrent", "website",
    ];

    public static string Of(WireRequest request, S3Target target, IReadOnlyDictionary<string, string> query)
    {
        if (target.Bucket.Length == 0)
        {
            return request.Method == "GET" ? "ListBuckets" : $"{request.Method} on the service";
        }

        var level = target.Key.Length == 0 ? "bucket" : "object";
        var isRead = request.Method is "GET" or "HEAD" && level == "object";
        var subresource = Array.Find(_subresources, name => query.ContainsKey(name) && !(isRead && name == "partNumber"));
        var operation = _named.GetValueOrDefault(subresource is null ? $"{request.Method} {level}" : $"{request.Method} {level} {subresource}")
            ?? Pascal(request.Method) + Pascal(level) + Pascal(subresource ?? "");
        return request.Header("x-amz-copy-source") is null ? operation : operation switch
        {
            "PutObject" => "CopyObject",
            "UploadPart" => "UploadPartCopy",
            _ => operation,
        };
    }

    private static string Pascal(string text) =>
        string.Concat(text.Split('-').Where(part => part.Length > 0).Select(part =>
            char.ToUpperInvariant(part[0]) + (part.Any(char.IsLower) ? part[1..] : part[1..].ToLowerInvariant())));
}
