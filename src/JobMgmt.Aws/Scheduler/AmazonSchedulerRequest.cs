using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler;

/// <summary>Base of the requests of Amazon EventBridge Scheduler.</summary>
public abstract class AmazonSchedulerRequest : AmazonWebServiceRequest;
