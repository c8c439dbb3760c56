namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of GetExecutionHistory.</summary>
public sealed class GetExecutionHistoryRequest : AmazonStepFunctionsRequest
{
    /// <summary>The execution.</summary>
    public string ExecutionArn { get; set; } = null!;

    /// <summary>Items a page: 0 to 1000; 0 or absent gives 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>True for the newest event first.</summary>
    public bool? ReverseOrder { get; set; }

    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }

    /// <summary>True to include inputs and outputs.</summary>
    public bool? IncludeExecutionData { get; set; }
}
