using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.Runtime.Services.States;

/// <summary>What TestState is given to test: one state's definition, or a whole state machine and the name of one of its states.</summary>
/// <param name="Graph">The states that it is one of.</param>
/// <param name="StateName">Its name; one that stands alone gets AWS's <c>StateName</c>.</param>
/// <param name="IsInMap">Whether it is one of a Map's states.</param>
internal sealed record TestedDefinition(Branch Graph, string StateName, bool IsInMap)
{
    private const string LoneName = "StateName";

    /// <summary>Reads it.</summary>
    /// <exception cref="ServiceException">InvalidDefinition, or ValidationException where the state is not there.</exception>
    public static TestedDefinition Read(string text, string? stateName)
    {
        var isMachine = JsonValue.TryParse(text, out var json) && json is JsonObject body && !body.Contains("Type") && body.Contains("States");
        if (!isMachine && stateName is not null)
        {
            throw new ServiceException("ValidationException", "State not found in definition");
        }

        var (definition, diagnostics) = AslReader.Read(isMachine || json is not JsonObject state ? text : Wrap(state).ToString(), isForTest: true);
        if (definition is null)
        {
            var shown = isMachine ? diagnostics : [.. diagnostics.Select(AsLone)];
            throw new ServiceException("InvalidDefinition", Diagnostic.InvalidDefinitionMessage(shown));
        }

        var name = isMachine ? stateName ?? throw new ServiceException("ValidationException", "stateName must name a state where the definition is a state machine") : LoneName;
        var (graph, isInMap) = Graphs(definition.Root, false).FirstOrDefault(candidate => candidate.Graph.States.ContainsKey(name));
        return graph is null ? throw new ServiceException("ValidationException", "State not found in definition") : new TestedDefinition(graph, name, isInMap);
    }

    /// <summary>A machine around one state: the states that it goes to are there, so that it can be checked as it stands.</summary>
    private static JsonObject Wrap(JsonObject state)
    {
        var targets = Targets(state).Where(target => target != LoneName).Distinct(StringComparer.Ordinal);
        var states = targets.Aggregate(JsonObject.Of((LoneName, state)), (all, target) => all.With(target, JsonObject.Of(("Type", "Succeed"))));
        return JsonObject.Of(("StartAt", LoneName), ("States", states));
    }

    private static IEnumerable<string> Targets(JsonObject state)
    {
        var places = new[] { state }.Concat(Items(state, "Choices")).Concat(Items(state, "Catch"));
        return places.SelectMany(place => new[] { place["Next"], place["Default"] }).OfType<JsonString>().Select(target => target.Value);
    }

    private static IEnumerable<JsonObject> Items(JsonObject state, string field) => (state[field] as JsonArray ?? JsonArray.Empty).OfType<JsonObject>();

    private static Diagnostic AsLone(Diagnostic diagnostic)
    {
        const string place = "/States/" + LoneName;
        return diagnostic.Location?.StartsWith(place, StringComparison.Ordinal) == true
            ? diagnostic with { Location = diagnostic.Location.Length == place.Length ? "/" : diagnostic.Location[place.Length..] }
            : diagnostic;
    }

    private static IEnumerable<(Branch Graph, bool IsInMap)> Graphs(Branch graph, bool isInMap) => new[] { (graph, isInMap) }.Concat(graph.States.Values.SelectMany(state => state switch
    {
        ParallelState parallel => parallel.Branches.SelectMany(branch => Graphs(branch, isInMap)),
        MapState map => Graphs(map.ItemProcessor, true),
        _ => [],
    }));
}
