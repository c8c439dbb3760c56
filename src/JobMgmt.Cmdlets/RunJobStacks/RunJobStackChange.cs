namespace JobMgmt.Cmdlets.RunJobStacks;

/// <summary>What became of one artefact of a RunJob stack; with -WhatIf, what would.</summary>
public sealed class RunJobStackChange
{
    /// <summary>The sort of resource: LogGroup, Role, Document, StateMachine, Rule, ….</summary>
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What was done, or with -WhatIf, would be.</summary>
    public required RunJobStackAction Action { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Action} {Kind} {Name}";
}
