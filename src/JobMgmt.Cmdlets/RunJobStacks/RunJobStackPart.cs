namespace JobMgmt.Cmdlets.RunJobStacks;

/// <summary>One artefact of a RunJob stack on the target.</summary>
public sealed class RunJobStackPart
{
    /// <summary>The sort of resource.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How it compares with what it should be.</summary>
    public required RunJobStackState State { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Name}: {State}";
}
