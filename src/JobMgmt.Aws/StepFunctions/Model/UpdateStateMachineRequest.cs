namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of UpdateStateMachine.</summary>
public sealed class UpdateStateMachineRequest : AmazonStepFunctionsRequest
{
    /// <summary>The state machine.</summary>
    public string StateMachineArn { get; set; } = null!;

    /// <summary>The Amazon States Language text; at most 1 MiB.</summary>
    public string? Definition { get; set; }

    /// <summary>The role that the service takes on.</summary>
    public string? RoleArn { get; set; }

    /// <summary>Which history events go to which log group.</summary>
    public LoggingConfiguration? LoggingConfiguration { get; set; }

    /// <summary>Whether AWS X-Ray tracing is on.</summary>
    public TracingConfiguration? TracingConfiguration { get; set; }

    /// <summary>True to publish a version in the same call.</summary>
    public bool? Publish { get; set; }

    /// <summary>The description of the version that is published.</summary>
    public string? VersionDescription { get; set; }

    /// <summary>How data at rest is encrypted.</summary>
    public EncryptionConfiguration? EncryptionConfiguration { get; set; }
}
