namespace JobMgmt.Networks.Stack;

/// <summary>The tags by which JobMgmt knows its own resources from foreign ones.</summary>
public static class StackTags
{
    /// <summary>The key whose value is the stack's name (<see cref="RunJobStackNames.StackName"/>).</summary>
    public const string Stack = "jobmgmt:stack";

    /// <summary>The key whose value is the network's name; only a network's state machine has it.</summary>
    public const string Network = "jobmgmt:network";

    /// <summary>The key whose value is the network's alert channel; SendFailEvent reads it for runs that could not report themselves.</summary>
    public const string Channel = "jobmgmt:channel";

    /// <summary>The key whose value is for how many seconds the network's failures are folded; SendFailEvent reads it as it does the channel.</summary>
    public const string Digest = "jobmgmt:digest";

    /// <summary>The tags of the stack's own resources.</summary>
    public static IReadOnlyDictionary<string, string> OfStack(RunJobStackNames names) =>
        new Dictionary<string, string>(StringComparer.Ordinal) { [Stack] = names.StackName };
}
