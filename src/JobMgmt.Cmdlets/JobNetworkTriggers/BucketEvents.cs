using Amazon.S3;
using Amazon.S3.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Triggers;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>Whether a bucket tells EventBridge of its objects; new buckets don't (https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-event-notifications-eventbridge.html).</summary>
internal sealed class BucketEvents(JobMgmtSession session, string bucket)
{
    /// <summary>Those of the bucket whose files a trigger waits for; null for other triggers.</summary>
    public static BucketEvents? Of(JobMgmtSession session, JobTrigger trigger) =>
        trigger.OnFile is { } place && EventPatterns.Bucket(place) is { } bucket ? new BucketEvents(session, bucket) : null;

    /// <summary>Finds out that the bucket is there.</summary>
    /// <exception cref="CmdletFailure">It is not.</exception>
    public Task CheckAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>Turns them on where they are off; the bucket's other notifications stay.</summary>
    /// <param name="agree">Asked, with the bucket's name, before anything is changed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task TurnOnAsync(Func<string, Task<bool>> agree, CancellationToken cancellationToken)
    {
        GetBucketNotificationResponse there = await ReadAsync(cancellationToken).ConfigureAwait(false);
        if (there.EventBridgeConfiguration is not null || !await agree(bucket).ConfigureAwait(false))
        {
            return;
        }

        await session.S3.PutBucketNotificationAsync(
            new PutBucketNotificationRequest
            {
                BucketName = bucket,
                TopicConfigurations = there.TopicConfigurations,
                QueueConfigurations = there.QueueConfigurations,
                LambdaFunctionConfigurations = there.LambdaFunctionConfigurations,
                EventBridgeConfiguration = new EventBridgeConfiguration(),
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<GetBucketNotificationResponse> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await session.S3.GetBucketNotificationAsync(new GetBucketNotificationRequest { BucketName = bucket }, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchBucket")
        {
            throw new CmdletFailure(TriggerErrors.NoBucket(bucket));
        }
    }
}
