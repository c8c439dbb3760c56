using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of ListExecutions.</summary>
public sealed class ListExecutionsResponse : AmazonWebServiceResponse
{
    /// <summary>The executions of this page, newest first.</summary>
    public List<ExecutionListItem> Executions { get; set; } = [];

    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }
}
