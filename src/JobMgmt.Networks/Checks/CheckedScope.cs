using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Checks;

/// <summary>A container of states as it was written: the machine, a Parallel's branch or a Map's processor.</summary>
internal sealed class CheckedScope
{
    private readonly Dictionary<string, CheckedState> _states = new(StringComparer.Ordinal);

    internal CheckedScope(JsonObject body, string location, CheckedState? owner, bool isJsonata)
    {
        Body = body;
        Location = location;
        Owner = owner;
        foreach (var member in body["States"] as JsonObject ?? JsonObject.Empty)
        {
            if (member.Value is JsonObject state)
            {
                _states.Add(member.Key, new CheckedState(member.Key, state, $"{location}/States/{member.Key}", this, isJsonata));
            }
        }
    }

    internal JsonObject Body { get; }

    internal string Location { get; }

    /// <summary>The Parallel or Map that this is within; null for the machine.</summary>
    internal CheckedState? Owner { get; }

    internal IReadOnlyCollection<CheckedState> States => _states.Values;

    /// <summary>The first state; null where none is named or it is missing.</summary>
    internal CheckedState? Start => Find((Body["StartAt"] as JsonString)?.Value);

    internal CheckedState? Find(string? name) => name is not null && _states.TryGetValue(name, out var state) ? state : null;

    /// <summary>Every state of the scope and of all scopes within it.</summary>
    internal IEnumerable<CheckedState> All() => States.SelectMany(state => new[] { state }.Concat(state.Inner.SelectMany(inner => inner.All())));

    internal static CheckedScope OfMachine(JsonObject definition) =>
        new(definition, "", null, (definition["QueryLanguage"] as JsonString)?.Value == "JSONata");
}
