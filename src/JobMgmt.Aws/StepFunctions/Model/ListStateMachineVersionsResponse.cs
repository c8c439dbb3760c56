using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of ListStateMachineVersions.</summary>
public sealed class ListStateMachineVersionsResponse : AmazonWebServiceResponse
{
    /// <summary>The versions of this page, newest first.</summary>
    public List<StateMachineVersionListItem> StateMachineVersions { get; set; } = [];

    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }
}
