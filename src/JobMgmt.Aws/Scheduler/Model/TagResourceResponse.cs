using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The answer of TagResource.</summary>
public sealed class TagResourceResponse : AmazonWebServiceResponse;
