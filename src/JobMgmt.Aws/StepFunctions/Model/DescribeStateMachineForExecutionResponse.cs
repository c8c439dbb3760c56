using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of DescribeStateMachineForExecution.</summary>
public sealed class DescribeStateMachineForExecutionResponse : AmazonWebServiceResponse
{
    /// <summary>The state machine.</summary>
    public string StateMachineArn { get; set; } = null!;

    /// <summary>The name.</summary>
    public string Name { get; set; } = null!;

    /// <summary>The Amazon States Language text; at most 1 MiB.</summary>
    public string Definition { get; set; } = null!;

    /// <summary>The role that the service takes on.</summary>
    public string RoleArn { get; set; } = null!;

    /// <summary>When it was last updated (UTC).</summary>
    public DateTime? UpdateDate { get; set; }

    /// <summary>Which history events go to which log group.</summary>
    public LoggingConfiguration? LoggingConfiguration { get; set; }

    /// <summary>Whether AWS X-Ray tracing is on.</summary>
    public TracingConfiguration? TracingConfiguration { get; set; }

    /// <summary>The Map Run, for a child of a Distributed Map.</summary>
    public string? MapRunArn { get; set; }

    /// <summary>The label of a Distributed Map's child.</summary>
    public string? Label { get; set; }

    /// <summary>The revision's id; absent for the first one.</summary>
    public string? RevisionId { get; set; }

    /// <summary>How data at rest is encrypted.</summary>
    public EncryptionConfiguration? EncryptionConfiguration { get; set; }
}
