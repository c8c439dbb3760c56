using Amazon;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of TagResource.</summary>
public sealed class TagResourceRequest : AmazonStepFunctionsRequest
{
    /// <summary>The tagged resource.</summary>
    public string ResourceArn { get; set; } = null!;

    /// <summary>The tags.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null!;
}
