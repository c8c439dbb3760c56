namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of DescribeExecution.</summary>
public sealed class DescribeExecutionRequest : AmazonStepFunctionsRequest
{
    /// <summary>The execution.</summary>
    public string ExecutionArn { get; set; } = null!;

    /// <summary>Whether the definition and data are in the answer.</summary>
    public IncludedData? IncludedData { get; set; }
}
