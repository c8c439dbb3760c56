namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Details of StateEntered.</summary>
public sealed class StateEnteredEventDetails
{
    /// <summary>The state's name.</summary>
    public string Name { get; set; } = null!;

    /// <summary>The input: JSON text of at most 262,144 UTF-8 bytes.</summary>
    public string? Input { get; set; }

    /// <summary>Whether the input is whole.</summary>
    public HistoryEventExecutionDataDetails? InputDetails { get; set; }
}
