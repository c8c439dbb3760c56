using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The answer of DeleteResourcePolicy.</summary>
public sealed class DeleteResourcePolicyResponse : AmazonWebServiceResponse;
