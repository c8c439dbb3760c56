namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Details of MapStateStarted.</summary>
public sealed class MapStateStartedEventDetails
{
    /// <summary>The number of items.</summary>
    public int? Length { get; set; }
}
