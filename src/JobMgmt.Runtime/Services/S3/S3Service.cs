using JobMgmt.Runtime.Objects;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>Amazon S3 (API 2006-03-01): general purpose buckets without versions.</summary>
internal static class S3Service
{
    public static IServiceCollection AddS3(this IServiceCollection services) =>
        services.AddSingleton<ContentFolder>()
            .AddSingleton<ObjectStore>()
            .AddSingleton<IObjectStore>(provider => provider.GetRequiredService<ObjectStore>())
            .AddSingleton<IRuntimeLoop, ContentSweep>()
            .AddSingleton<ObjectEvents>()
            .AddSingleton<ObjectBody>()
            .AddSingleton<PartUpload>()
            .AddOperation<ListBucketsOperation>("s3", "ListBuckets")
            .AddOperation<CreateBucketOperation>("s3", "CreateBucket")
            .AddOperation<HeadBucketOperation>("s3", "HeadBucket")
            .AddOperation<DeleteBucketOperation>("s3", "DeleteBucket")
            .AddOperation<GetBucketLocationOperation>("s3", "GetBucketLocation")
            .AddOperation<GetBucketVersioningOperation>("s3", "GetBucketVersioning")
            .AddOperation<GetBucketNotificationConfigurationOperation>("s3", "GetBucketNotificationConfiguration")
            .AddOperation<PutBucketNotificationConfigurationOperation>("s3", "PutBucketNotificationConfiguration")
            .AddOperation<ListObjectsV2Operation>("s3", "ListObjectsV2")
            .AddOperation<ListObjectsOperation>("s3", "ListObjects")
            .AddOperation<GetObjectOperation>("s3", "GetObject")
            .AddOperation<HeadObjectOperation>("s3", "HeadObject")
            .AddOperation<PutObjectOperation>("s3", "PutObject")
            .AddOperation<CopyObjectOperation>("s3", "CopyObject")
            .AddOperation<DeleteObjectOperation>("s3", "DeleteObject")
            .AddOperation<DeleteObjectsOperation>("s3", "DeleteObjects")
            .AddOperation<GetObjectTaggingOperation>("s3", "GetObjectTagging")
            .AddOperation<PutObjectTaggingOperation>("s3", "PutObjectTagging")
            .AddOperation<DeleteObjectTaggingOperation>("s3", "DeleteObjectTagging")
            .AddOperation<CreateMultipartUploadOperation>("s3", "CreateMultipartUpload")
            .AddOperation<UploadPartOperation>("s3", "UploadPart")
            .AddOperation<UploadPartCopyOperation>("s3", "UploadPartCopy")
            .AddOperation<CompleteMultipartUploadOperation>("s3", "CompleteMultipartUpload")
            .AddOperation<AbortMultipartUploadOperation>("s3", "AbortMultipartUpload")
            .AddOperation<ListPartsOperation>("s3", "ListParts")
            .AddOperation<ListMultipartUploadsOperation>("s3", "ListMultipartUploads");
}
