using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of DescribeStateMachine.</summary>
public sealed class DescribeStateMachineResponse : AmazonWebServiceResponse
{
    /// <summary>The state machine.</summary>
    public string StateMachineArn { get; set; } = null!;

    /// <summary>The name.</summary>
    public string Name { get; set; } = null!;

    /// <summary>The status.</summary>
    public StateMachineStatus? Status { get; set; }

    /// <summary>The Amazon States Language text; at most 1 MiB.</summary>
    public string Definition { get; set; } = null!;

    /// <summary>The role that the service takes on.</summary>
    public string RoleArn { get; set; } = null!;

    /// <summary>The type.</summary>
    public StateMachineType Type { get; set; } = null!;

    /// <summary>When it was created (UTC).</summary>
    public DateTime? CreationDate { get; set; }

    /// <summary>Which history events go to which log group.</summary>
    public LoggingConfiguration? LoggingConfiguration { get; set; }

    /// <summary>Whether AWS X-Ray tracing is on.</summary>
    public TracingConfiguration? TracingConfiguration { get; set; }

    /// <summary>The label of a Distributed Map's child.</summary>
    public string? Label { get; set; }

    /// <summary>The revision's id; absent for the first one.</summary>
    public string? RevisionId { get; set; }

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>How data at rest is encrypted.</summary>
    public EncryptionConfiguration? EncryptionConfiguration { get; set; }
}
