using Amazon;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Details of StateExited.</summary>
public sealed class StateExitedEventDetails
{
    /// <summary>The state's name.</summary>
    public string Name { get; set; } = null!;

    /// <summary>The output: JSON text; null unless it succeeded.</summary>
    public string? Output { get; set; }

    /// <summary>Whether the output is whole.</summary>
    public HistoryEventExecutionDataDetails? OutputDetails { get; set; }

    /// <summary>Variables assigned in the state, as JSON text by name.</summary>
    public Dictionary<string, string>? AssignedVariables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Whether the variables are whole.</summary>
    public AssignedVariablesDetails? AssignedVariablesDetails { get; set; }
}
