using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The answer of CreateLogStream.</summary>
public sealed class CreateLogStreamResponse : AmazonWebServiceResponse;
