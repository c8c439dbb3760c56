namespace JobMgmt.Runtime.Events.Patterns.Index;

/// <summary>A field that an event must have, with a value that has one of the keys.</summary>
/// <param name="Field">The field's dotted name.</param>
/// <param name="Keys">The keys.</param>
internal sealed record IndexStep(string Field, IReadOnlyList<IndexKey> Keys)
{
    /// <summary>The same for steps with the same keys.</summary>
    public string Identity { get; } = string.Join('\n', Keys.Select(key => $"{key.Kind} {key.Value}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
