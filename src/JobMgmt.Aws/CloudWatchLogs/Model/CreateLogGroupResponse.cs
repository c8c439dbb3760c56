using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The answer of CreateLogGroup.</summary>
public sealed class CreateLogGroupResponse : AmazonWebServiceResponse;
