namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of ListTagsForResource.</summary>
public sealed class ListTagsForResourceRequest : AmazonStepFunctionsRequest
{
    /// <summary>The tagged resource.</summary>
    public string ResourceArn { get; set; } = null!;
}
