using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>The parameters in a run's input: the member <c>Parameters</c>, beside <c>tags</c> or alone. Other inputs are worker tags or events, and give none.</summary>
public static class RunParameters
{
    private const string Member = "Parameters";
    private const string Tags = "tags";
    private const string Rerun = "Rerun";

    /// <summary>What an input gives; empty where it gives none.</summary>
    public static IReadOnlyDictionary<string, string> Read(JsonValue? input) =>
        input is JsonObject given && RunHold.Without(given) is var members && (HasTags(members) || IsOursAlone(members)) && members[Member] is JsonObject parameters
            ? parameters.Where(member => member.Value is JsonString).ToDictionary(member => member.Key, member => ((JsonString)member.Value).Value, StringComparer.Ordinal)
            : new Dictionary<string, string>();

    /// <summary>An input with other parameters; what it has of worker tags stays.</summary>
    /// <param name="input">The input; null for none.</param>
    /// <param name="parameters">All parameters of the new one.</param>
    public static JsonObject With(JsonValue? input, IReadOnlyDictionary<string, string> parameters)
    {
        var members = RunHold.Without(input as JsonObject ?? JsonObject.Empty);
        if (parameters.Count == 0)
        {
            return HasTags(members) || IsOursAlone(members) ? members.Without(Member) : members;
        }

        // Worker tags that were the whole input go into a member of their own; an event's members are no tags.
        var tags = members[Rerun] is JsonObject ? members.Without(Rerun) : members;
        var kept = HasTags(members) || IsOursAlone(members) ? members
            : JsonObject.Of((Tags, IsEvent(members) ? null : tags), (Rerun, members[Rerun] as JsonObject));
        return kept.With(Member, new JsonObject(parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal).Select(parameter =>
            new KeyValuePair<string, JsonValue>(parameter.Key, new JsonString(parameter.Value)))));
    }

    private static bool HasTags(JsonObject members) => members[Tags] is not (null or JsonString);

    private static bool IsOursAlone(JsonObject members) => members.All(member => member.Key is Member or Rerun);

    private static bool IsEvent(JsonObject members) => members.Contains("detail-type") && members.Contains("source") && members.Contains("detail");
}
