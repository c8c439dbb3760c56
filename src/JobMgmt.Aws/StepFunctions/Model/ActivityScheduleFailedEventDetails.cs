namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Details of ActivityScheduleFailed.</summary>
public sealed class ActivityScheduleFailedEventDetails
{
    /// <summary>The error name; at most 256 characters.</summary>
    public string? Error { get; set; }

    /// <summary>The cause; at most 32,768 characters.</summary>
    public string? Cause { get; set; }
}
