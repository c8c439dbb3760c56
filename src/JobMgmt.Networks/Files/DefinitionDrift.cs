using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Files;

/// <summary>Finds what a deployed definition has that its network does not explain: edits by hand, or another version of the compiler.</summary>
public static class DefinitionDrift
{
    /// <summary>The names of the states that differ, in the definition's order, and <c>(machine)</c> for what is outside of states; empty: they do the same.</summary>
    /// <param name="deployed">The definition that is there.</param>
    /// <param name="compiled">What the network that was read from it compiles to.</param>
    public static IReadOnlyList<string> Find(JsonObject deployed, JsonObject compiled)
    {
        var found = new List<string>();
        Scope(deployed, compiled, found);
        return found;
    }

    private static void Scope(JsonObject there, JsonObject wanted, List<string> found)
    {
        if (!there.Without("States").Equals(wanted.Without("States")))
        {
            found.Add("(machine)");
        }

        var states = there["States"] as JsonObject ?? JsonObject.Empty;
        var wantedStates = wanted["States"] as JsonObject ?? JsonObject.Empty;
        foreach (var name in states.Concat(wantedStates).Select(state => state.Key).Distinct(StringComparer.Ordinal))
        {
            if (states[name] is not JsonObject state || wantedStates[name] is not JsonObject other)
            {
                found.Add(name);
                continue;
            }

            var inner = NetworkReader.Inner(state).ToArray();
            var wantedInner = NetworkReader.Inner(other).ToArray();
            if (inner.Length != wantedInner.Length || !Own(state).Equals(Own(other)))
            {
                found.Add(name);
                continue;
            }

            for (var i = 0; i < inner.Length; i++)
            {
                Scope(inner[i], wantedInner[i], found);
            }
        }
    }

    // A script's lines may share texts in more than one way, which is no difference to the shell.
    private static JsonObject Own(JsonObject state)
    {
        var own = state.Without("Branches").Without("Iterator").Without("ItemProcessor");
        return own["Arguments"] is JsonObject arguments && arguments["Input"] is JsonObject input && input["Commands"] is JsonArray commands && commands.All(line => line is JsonString)
            ? own.With("Arguments", arguments.With("Input", input.With("Commands", string.Join("\n", commands.Cast<JsonString>().Select(line => line.Value)))))
            : own;
    }
}
