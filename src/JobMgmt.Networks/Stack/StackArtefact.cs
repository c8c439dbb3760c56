using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// One resource of a RunJob stack, or the state machine of a network, as it should be: enough to create it, to compare it with what is there, to update and to
/// delete it. Each kind is a record of its own.
/// </summary>
public abstract record StackArtefact
{
    private protected StackArtefact(string name, string arn, string description)
    {
        Name = name;
        Arn = arn;
        Description = description;
    }

    /// <summary>What sort of resource it is.</summary>
    public abstract StackArtefactKind Kind { get; }

    /// <summary>The resource's name.</summary>
    public string Name { get; }

    /// <summary>The resource's ARN; for a log resource policy, which has none, its name again.</summary>
    public string Arn { get; }

    /// <summary>What it is for, in plain words.</summary>
    public string Description { get; }

    /// <summary>The tags that say whose it is; empty where the service has none.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The whole content as one JSON value with the service's own member names. Two artefacts of one name are the same exactly when
    /// their bodies are equal as JSON.
    /// </summary>
    public abstract JsonObject Body { get; }

    /// <summary>Kind and name, for messages.</summary>
    public sealed override string ToString() => $"{Kind} {Name}";
}
