namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Details of ExecutionStarted.</summary>
public sealed class ExecutionStartedEventDetails
{
    /// <summary>The input: JSON text of at most 262,144 UTF-8 bytes.</summary>
    public string? Input { get; set; }

    /// <summary>Whether the input is whole.</summary>
    public HistoryEventExecutionDataDetails? InputDetails { get; set; }

    /// <summary>The role that the service takes on.</summary>
    public string? RoleArn { get; set; }

    /// <summary>The alias, where one was started.</summary>
    public string? StateMachineAliasArn { get; set; }

    /// <summary>The version, where one is meant.</summary>
    public string? StateMachineVersionArn { get; set; }
}
