namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of SendTaskFailure.</summary>
public sealed class SendTaskFailureRequest : AmazonStepFunctionsRequest
{
    /// <summary>The task token; a secret, at most 2048 characters.</summary>
    public string TaskToken { get; set; } = null!;

    /// <summary>The error name; at most 256 characters.</summary>
    public string? Error { get; set; }

    /// <summary>The cause; at most 32,768 characters.</summary>
    public string? Cause { get; set; }
}
