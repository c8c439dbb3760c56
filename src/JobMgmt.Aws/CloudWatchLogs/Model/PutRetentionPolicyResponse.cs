using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The answer of PutRetentionPolicy.</summary>
public sealed class PutRetentionPolicyResponse : AmazonWebServiceResponse;
