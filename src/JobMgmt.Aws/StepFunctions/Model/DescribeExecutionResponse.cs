using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of DescribeExecution.</summary>
public sealed class DescribeExecutionResponse : AmazonWebServiceResponse
{
    /// <summary>The execution.</summary>
    public string ExecutionArn { get; set; } = null!;

    /// <summary>The state machine.</summary>
    public string StateMachineArn { get; set; } = null!;

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The status.</summary>
    public ExecutionStatus Status { get; set; } = null!;

    /// <summary>When it began (UTC).</summary>
    public DateTime? StartDate { get; set; }

    /// <summary>When it ended (UTC); null while it runs.</summary>
    public DateTime? StopDate { get; set; }

    /// <summary>The input: JSON text of at most 262,144 UTF-8 bytes.</summary>
    public string? Input { get; set; }

    /// <summary>Whether the input is whole.</summary>
    public CloudWatchEventsExecutionDataDetails? InputDetails { get; set; }

    /// <summary>The output: JSON text; null unless it succeeded.</summary>
    public string? Output { get; set; }

    /// <summary>Whether the output is whole.</summary>
    public CloudWatchEventsExecutionDataDetails? OutputDetails { get; set; }

    /// <summary>An AWS X-Ray trace header.</summary>
    public string? TraceHeader { get; set; }

    /// <summary>The Map Run, for a child of a Distributed Map.</summary>
    public string? MapRunArn { get; set; }

    /// <summary>The error name; at most 256 characters.</summary>
    public string? Error { get; set; }

    /// <summary>The cause; at most 32,768 characters.</summary>
    public string? Cause { get; set; }

    /// <summary>The version, where one is meant.</summary>
    public string? StateMachineVersionArn { get; set; }

    /// <summary>The alias, where one was started.</summary>
    public string? StateMachineAliasArn { get; set; }

    /// <summary>How often it was redriven.</summary>
    public int? RedriveCount { get; set; }

    /// <summary>When it was last redriven (UTC).</summary>
    public DateTime? RedriveDate { get; set; }

    /// <summary>Whether it may be redriven.</summary>
    public ExecutionRedriveStatus? RedriveStatus { get; set; }

    /// <summary>Why it may not be redriven.</summary>
    public string? RedriveStatusReason { get; set; }
}
