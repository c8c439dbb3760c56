using Amazon.S3;
using Amazon.S3.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>Whether a bucket tells EventBridge of its objects; new buckets don't (https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-event-notifications-eventbridge.html).</summary>
internal sealed class BucketEvents(JobMgmtSession session, string bucket)
{
    /// <summary>Asks.</summary>
    public async Task<bool> AreOnAsync(CancellationToken cancellationToken) => (await ReadAsync(cancellationToken).ConfigureAwait(false)).EventBridgeConfiguration is not null;

    /// <summary>Turns it on; the bucket's other notifications stay.</summary>
    public async Task TurnOnAsync(CancellationToken cancellationToken)
    {
        GetBucketNotificationResponse there = await ReadAsync(cancellationToken).ConfigureAwait(false);
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
