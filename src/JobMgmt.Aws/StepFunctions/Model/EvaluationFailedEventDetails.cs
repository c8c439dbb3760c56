namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Details of EvaluationFailed.</summary>
public sealed class EvaluationFailedEventDetails
{
    /// <summary>The error name; at most 256 characters.</summary>
    public string? Error { get; set; }

    /// <summary>The cause; at most 32,768 characters.</summary>
    public string? Cause { get; set; }

    /// <summary>The field whose expression failed.</summary>
    public string? Location { get; set; }

    /// <summary>The state.</summary>
    public string State { get; set; } = null!;
}
