using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs;

/// <summary>Base of the requests of Amazon CloudWatch Logs.</summary>
public abstract class AmazonCloudWatchLogsRequest : AmazonWebServiceRequest;
