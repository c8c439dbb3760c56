namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of ListExecutions.</summary>
public sealed class ListExecutionsRequest : AmazonStepFunctionsRequest
{
    /// <summary>The state machine.</summary>
    public string? StateMachineArn { get; set; }

    /// <summary>Only executions of this status.</summary>
    public ExecutionStatus? StatusFilter { get; set; }

    /// <summary>Items a page: 0 to 1000; 0 or absent gives 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }

    /// <summary>The Map Run, for a child of a Distributed Map.</summary>
    public string? MapRunArn { get; set; }

    /// <summary>Only executions that were, or were not, redriven.</summary>
    public ExecutionRedriveFilter? RedriveFilter { get; set; }
}
