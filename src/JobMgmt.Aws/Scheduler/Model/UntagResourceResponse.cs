using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The answer of UntagResource.</summary>
public sealed class UntagResourceResponse : AmazonWebServiceResponse;
