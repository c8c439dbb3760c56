using Amazon;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of CreateStateMachine.</summary>
public sealed class CreateStateMachineRequest : AmazonStepFunctionsRequest
{
    /// <summary>The name.</summary>
    public string Name { get; set; } = null!;

    /// <summary>The Amazon States Language text; at most 1 MiB.</summary>
    public string Definition { get; set; } = null!;

    /// <summary>The role that the service takes on.</summary>
    public string RoleArn { get; set; } = null!;

    /// <summary>The type.</summary>
    public StateMachineType? Type { get; set; }

    /// <summary>Which history events go to which log group.</summary>
    public LoggingConfiguration? LoggingConfiguration { get; set; }

    /// <summary>The tags.</summary>
    public List<Tag>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Whether AWS X-Ray tracing is on.</summary>
    public TracingConfiguration? TracingConfiguration { get; set; }

    /// <summary>True to publish a version in the same call.</summary>
    public bool? Publish { get; set; }

    /// <summary>The description of the version that is published.</summary>
    public string? VersionDescription { get; set; }

    /// <summary>How data at rest is encrypted.</summary>
    public EncryptionConfiguration? EncryptionConfiguration { get; set; }
}
