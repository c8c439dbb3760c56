namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Details of MapIteration.</summary>
public sealed class MapIterationEventDetails
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The item's index, from 0.</summary>
    public int? Index { get; set; }
}
