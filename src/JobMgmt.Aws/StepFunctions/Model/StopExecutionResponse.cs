using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of StopExecution.</summary>
public sealed class StopExecutionResponse : AmazonWebServiceResponse
{
    /// <summary>When it ended (UTC); null while it runs.</summary>
    public DateTime? StopDate { get; set; }
}
