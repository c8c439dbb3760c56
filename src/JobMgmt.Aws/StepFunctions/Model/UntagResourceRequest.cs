using Amazon;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of UntagResource.</summary>
public sealed class UntagResourceRequest : AmazonStepFunctionsRequest
{
    /// <summary>The tagged resource.</summary>
    public string ResourceArn { get; set; } = null!;

    /// <summary>The keys of the tags to remove.</summary>
    public List<string> TagKeys { get; set; } = AWSConfigs.InitializeCollections ? [] : null!;
}
