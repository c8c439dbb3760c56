using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of PublishStateMachineVersion.</summary>
public sealed class PublishStateMachineVersionResponse : AmazonWebServiceResponse
{
    /// <summary>When the version was made (UTC).</summary>
    public DateTime? CreationDate { get; set; }

    /// <summary>The version.</summary>
    public string StateMachineVersionArn { get; set; } = null!;
}
