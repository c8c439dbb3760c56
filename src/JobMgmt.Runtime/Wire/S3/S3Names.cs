namespace JobMgmt.Runtime.Wire.S3;

/// <summary>Where the members of S3's requests and answers are on the wire. In this service a name means one thing.</summary>
internal static class S3Names
{
    public const string Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";
    public const string MetadataPrefix = "x-amz-meta-";

    /// <summary>Headers, in requests and answers alike.</summary>
    public static readonly Dictionary<string, string> Headers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Accept-Ranges"] = "AcceptRanges",
        ["Cache-Control"] = "CacheControl",
        ["Content-Disposition"] = "ContentDisposition",
        ["Content-Encoding"] = "ContentEncoding",
        ["Content-Language"] = "ContentLanguage",
        ["Content-Length"] = "ContentLength",
        ["Content-MD5"] = "ContentMD5",
        ["Content-Range"] = "ContentRange",
        ["Content-Type"] = "ContentType",
        ["ETag"] = "ETag",
        ["Expires"] = "Expires",
        ["If-Match"] = "IfMatch",
        ["If-Modified-Since"] = "IfModifiedSince",
        ["If-None-Match"] = "IfNoneMatch",
        ["If-Unmodified-Since"] = "IfUnmodifiedSince",
        ["Last-Modified"] = "LastModified",
        ["Location"] = "Location",
        ["Range"] = "Range",
        ["x-amz-access-point-alias"] = "AccessPointAlias",
        ["x-amz-acl"] = "ACL",
        ["x-amz-bucket-region"] = "BucketRegion",
        ["x-amz-checksum-algorithm"] = "ChecksumAlgorithm",
        ["x-amz-checksum-crc32"] = "ChecksumCRC32",
        ["x-amz-checksum-crc32c"] = "ChecksumCRC32C",
        ["x-amz-checksum-crc64nvme"] = "ChecksumCRC64NVME",
        ["x-amz-checksum-mode"] = "ChecksumMode",
        ["x-amz-checksum-sha1"] = "ChecksumSHA1",
        ["x-amz-checksum-sha256"] = "ChecksumSHA256",
        ["x-amz-checksum-type"] = "ChecksumType",
        ["x-amz-copy-source"] = "CopySource",
        ["x-amz-copy-source-if-match"] = "CopySourceIfMatch",
        ["x-amz-copy-source-if-modified-since"] = "CopySourceIfModifiedSince",
        ["x-amz-copy-source-if-none-match"] = "CopySourceIfNoneMatch",
        ["x-amz-copy-source-if-unmodified-since"] = "CopySourceIfUnmodifiedSince",
        ["x-amz-copy-source-range"] = "CopySourceRange",
        ["x-amz-metadata-directive"] = "MetadataDirective",
        ["x-amz-mp-object-size"] = "MpuObjectSize",
        ["x-amz-mp-parts-count"] = "PartsCount",
        ["x-amz-sdk-checksum-algorithm"] = "ChecksumAlgorithm",
        ["x-amz-server-side-encryption"] = "ServerSideEncryption",
        ["x-amz-storage-class"] = "StorageClass",
        ["x-amz-tagging"] = "Tagging",
        ["x-amz-tagging-count"] = "TagCount",
        ["x-amz-tagging-directive"] = "TaggingDirective",
        ["x-amz-website-redirect-location"] = "WebsiteRedirectLocation",
    };

    /// <summary>Arguments in the query.</summary>
    public static readonly Dictionary<string, string> Query = new(StringComparer.Ordinal)
    {
        ["bucket-region"] = "BucketRegion",
        ["continuation-token"] = "ContinuationToken",
        ["delimiter"] = "Delimiter",
        ["encoding-type"] = "EncodingType",
        ["fetch-owner"] = "FetchOwner",
        ["key-marker"] = "KeyMarker",
        ["marker"] = "Marker",
        ["max-buckets"] = "MaxBuckets",
        ["max-keys"] = "MaxKeys",
        ["max-parts"] = "MaxParts",
        ["max-uploads"] = "MaxUploads",
        ["part-number-marker"] = "PartNumberMarker",
        ["partNumber"] = "PartNumber",
        ["prefix"] = "Prefix",
        ["response-cache-control"] = "ResponseCacheControl",
        ["response-content-disposition"] = "ResponseContentDisposition",
        ["response-content-encoding"] = "ResponseContentEncoding",
        ["response-content-language"] = "ResponseContentLanguage",
        ["response-content-type"] = "ResponseContentType",
        ["response-expires"] = "ResponseExpires",
        ["start-after"] = "StartAfter",
        ["upload-id-marker"] = "UploadIdMarker",
        ["uploadId"] = "UploadId",
        ["versionId"] = "VersionId",
    };

    /// <summary>The member that a request's XML document is.</summary>
    public static readonly Dictionary<string, string> RequestRoots = new(StringComparer.Ordinal)
    {
        ["CreateBucket"] = "CreateBucketConfiguration",
        ["DeleteObjects"] = "Delete",
        ["CompleteMultipartUpload"] = "MultipartUpload",
        ["PutObjectTagging"] = "Tagging",
        ["PutBucketNotificationConfiguration"] = "NotificationConfiguration",
    };

    /// <summary>The document element of an answer that is one; the others are headers alone.</summary>
    public static readonly Dictionary<string, string> AnswerRoots = new(StringComparer.Ordinal)
    {
        ["ListBuckets"] = "ListAllMyBucketsResult",
        ["ListObjects"] = "ListBucketResult",
        ["ListObjectsV2"] = "ListBucketResult",
        ["DeleteObjects"] = "DeleteResult",
        ["CopyObject"] = "CopyObjectResult",
        ["UploadPartCopy"] = "CopyPartResult",
        ["CreateMultipartUpload"] = "InitiateMultipartUploadResult",
        ["CompleteMultipartUpload"] = "CompleteMultipartUploadResult",
        ["ListParts"] = "ListPartsResult",
        ["ListMultipartUploads"] = "ListMultipartUploadsResult",
        ["GetObjectTagging"] = "Tagging",
        ["GetBucketLocation"] = "LocationConstraint",
        ["GetBucketNotificationConfiguration"] = "NotificationConfiguration",
        ["GetBucketVersioning"] = "VersioningConfiguration",
    };

    /// <summary>Members of those answers that are headers all the same.</summary>
    public static readonly HashSet<string> HeadersOfDocuments = ["ServerSideEncryption"];

    /// <summary>Lists whose items stand beside the other members, by the name of an item.</summary>
    public static readonly Dictionary<string, string> FlatLists = new(StringComparer.Ordinal)
    {
        ["Contents"] = "Contents",
        ["CommonPrefixes"] = "CommonPrefixes",
        ["Deleted"] = "Deleted",
        ["Errors"] = "Error",
        ["Parts"] = "Part",
        ["Uploads"] = "Upload",
        ["Objects"] = "Object",
        ["ChecksumAlgorithm"] = "ChecksumAlgorithm",
    };

    /// <summary>Lists that are an element of their own, by the name of an item.</summary>
    public static readonly Dictionary<string, string> WrappedLists = new(StringComparer.Ordinal) { ["Buckets"] = "Bucket", ["TagSet"] = "Tag" };

    public static readonly HashSet<string> Numbers = ["MaxBuckets", "MaxKeys", "MaxParts", "MaxUploads", "MpuObjectSize", "PartNumber", "PartNumberMarker", "Size"];

    public static readonly HashSet<string> Flags = ["FetchOwner", "Quiet"];

    public static readonly HashSet<string> Times = ["CreationDate", "Initiated", "LastModified"];
}
