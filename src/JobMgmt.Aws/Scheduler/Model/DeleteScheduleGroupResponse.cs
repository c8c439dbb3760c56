using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The answer of DeleteScheduleGroup.</summary>
public sealed class DeleteScheduleGroupResponse : AmazonWebServiceResponse;
