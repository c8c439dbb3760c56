using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The answer of DeleteLogGroup.</summary>
public sealed class DeleteLogGroupResponse : AmazonWebServiceResponse;
