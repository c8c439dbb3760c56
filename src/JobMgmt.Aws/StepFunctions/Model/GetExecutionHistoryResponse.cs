using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of GetExecutionHistory.</summary>
public sealed class GetExecutionHistoryResponse : AmazonWebServiceResponse
{
    /// <summary>The events of this page.</summary>
    public List<HistoryEvent> Events { get; set; } = [];

    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }
}
