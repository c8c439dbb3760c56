namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of SendTaskHeartbeat.</summary>
public sealed class SendTaskHeartbeatRequest : AmazonStepFunctionsRequest
{
    /// <summary>The task token; a secret, at most 2048 characters.</summary>
    public string TaskToken { get; set; } = null!;
}
