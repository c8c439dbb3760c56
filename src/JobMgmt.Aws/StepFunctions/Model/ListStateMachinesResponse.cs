using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of ListStateMachines.</summary>
public sealed class ListStateMachinesResponse : AmazonWebServiceResponse
{
    /// <summary>The state machines of this page.</summary>
    public List<StateMachineListItem> StateMachines { get; set; } = [];

    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }
}
