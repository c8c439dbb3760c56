namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of ListStateMachineVersions.</summary>
public sealed class ListStateMachineVersionsRequest : AmazonStepFunctionsRequest
{
    /// <summary>The state machine.</summary>
    public string StateMachineArn { get; set; } = null!;

    /// <summary>Items a page: 0 to 1000; 0 or absent gives 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }
}
