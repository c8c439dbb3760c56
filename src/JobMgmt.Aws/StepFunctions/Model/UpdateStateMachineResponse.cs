using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of UpdateStateMachine.</summary>
public sealed class UpdateStateMachineResponse : AmazonWebServiceResponse
{
    /// <summary>When it was last updated (UTC).</summary>
    public DateTime? UpdateDate { get; set; }

    /// <summary>The revision's id; absent for the first one.</summary>
    public string? RevisionId { get; set; }

    /// <summary>The version, where one is meant.</summary>
    public string? StateMachineVersionArn { get; set; }
}
