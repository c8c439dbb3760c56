using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of StartExecution.</summary>
public sealed class StartExecutionResponse : AmazonWebServiceResponse
{
    /// <summary>The execution.</summary>
    public string ExecutionArn { get; set; } = null!;

    /// <summary>When it began (UTC).</summary>
    public DateTime? StartDate { get; set; }
}
