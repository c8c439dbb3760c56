using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The answer of DeleteSchedule.</summary>
public sealed class DeleteScheduleResponse : AmazonWebServiceResponse;
