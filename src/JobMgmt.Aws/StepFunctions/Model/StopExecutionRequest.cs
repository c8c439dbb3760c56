namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of StopExecution.</summary>
public sealed class StopExecutionRequest : AmazonStepFunctionsRequest
{
    /// <summary>The execution.</summary>
    public string ExecutionArn { get; set; } = null!;

    /// <summary>The error name; at most 256 characters.</summary>
    public string? Error { get; set; }

    /// <summary>The cause; at most 32,768 characters.</summary>
    public string? Cause { get; set; }
}
