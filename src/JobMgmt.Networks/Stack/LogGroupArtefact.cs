using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>A CloudWatch Logs log group with its retention.</summary>
public sealed record LogGroupArtefact : StackArtefact
{
    internal LogGroupArtefact(string name, string arn, string description, int retentionInDays)
        : base(name, arn, description)
        => RetentionInDays = retentionInDays;

    /// <inheritdoc/>
    public override StackArtefactKind Kind => StackArtefactKind.LogGroup;

    /// <summary>Days that log events are kept.</summary>
    public int RetentionInDays { get; }

    /// <inheritdoc/>
    public override JsonObject Body => JsonObject.Of(("retentionInDays", RetentionInDays));
}
