namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>What a schedule invokes, in a list.</summary>
public sealed class TargetSummary
{
    /// <summary>The target's ARN.</summary>
    public string Arn { get; set; } = null!;
}
