namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of SendTaskSuccess.</summary>
public sealed class SendTaskSuccessRequest : AmazonStepFunctionsRequest
{
    /// <summary>The task token; a secret, at most 2048 characters.</summary>
    public string TaskToken { get; set; } = null!;

    /// <summary>The task's result: JSON text.</summary>
    public string Output { get; set; } = null!;
}
