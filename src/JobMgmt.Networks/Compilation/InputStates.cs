using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// The head of a network: finds the worker tags of the run. The execution's input is either the tags themselves or has a <c>tags</c> member; an EventBridge
/// event, an empty or a scalar input names none, and the network's own stand in. A run that continues another one names in <c>Rerun.Done</c> what need not run again. What a network with
/// parameters is given of them is checked first; before all, a run that is to be held is.
/// </summary>
internal static class InputStates
{
    private const string Given = "$states.input";
    private const string HasRerun = "$type($states.input.Rerun) = \"object\"";

    // A tag of a worker may itself be called 'tags'; its value is a string, the tags member's is not.
    private const string HasMember = "$type($states.input) = \"object\" and $exists($states.input.tags) and $type($states.input.tags) != \"string\"";
    private const string IsEvent = "$exists($states.input.`detail-type`) and $exists($states.input.source) and $exists($states.input.detail)";

    // What else may stand beside tags that are the whole input.
    private const string Own =
        $"($type({Given}) = \"object\" ? $sift($states.input, function($value, $key) {{ $not($key in [\"Rerun\", \"{NestedState.StartedBy}\"]) }}) : $states.input)";

    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(JobNetwork network, RunJobStackNames names, RunJobStackOptions options, string next) =>
        (network.Jobs.Any(job => job.Tag is null) ? WithTags(network, next) : WithoutTags(network, next))
            .Append(Asl.State(NetworkStateNames.HoldRun, RunHoldState.Build(network, names, options)))
            .Append(Asl.State(NetworkStateNames.AlertForInput, AlertState.Build(null, network, names, NetworkStateNames.Fail)));

    private static IEnumerable<KeyValuePair<string, JsonValue>> WithoutTags(JobNetwork network, string next)
    {
        yield return Asl.State(NetworkStateNames.ReadInput, JsonObject.Of(
            ("Type", "Choice"),
            ("Comment", "Every job names its workers itself."),
            ("Choices", new JsonArray(NetworkParameters.Refuse(network).Prepend(RunHoldState.Rule))),
            ("Assign", Assigned(network, null)),
            ("Output", JsonataText.Expression(RunData.Empty)),
            ("Default", next)));
    }

    private static IEnumerable<KeyValuePair<string, JsonValue>> WithTags(JobNetwork network, string next)
    {
        var own = network.Parameter is { Count: > 0 } ? $"({NetworkParameters.IsOursAlone} ? {{}} : {Own})" : Own;

        // Networks that jobs are may have tags of their own: where no command takes the run's, none need be named.
        var needed = network.Jobs.Any(job => job.Tag is null && job.Network is null);
        var hasOwn = network.Tag is { Count: > 0 };
        yield return Asl.State(NetworkStateNames.ReadInput, JsonObject.Of(
            ("Type", "Choice"),
            ("Comment", "Which workers may be used: the input's tags member, or the whole input, or the network's own tags."),
            ("Choices", new JsonArray(NetworkParameters.Refuse(network).Prepend(RunHoldState.Rule).Concat(new JsonValue[]
            {
                Rule($"{HasMember} and $type($states.input.tags) = \"object\" and $count($keys($states.input.tags)) > 0", Assigned(network, "$states.input.tags"), next),
                Rule($"{HasMember} and $not($type($states.input.tags) in [\"object\", \"null\"])", null, NetworkStateNames.BadTags),
                Rule(
                    $"{HasMember} or $type({Given}) != \"object\" or $count($keys({own})) = 0 or ({IsEvent})",
                    Assigned(network, needed || hasOwn ? null : "{}"),
                    hasOwn ? NetworkStateNames.NetworkTags : needed ? NetworkStateNames.NoTags : next),
            }))),
            ("Assign", Assigned(network, own)),
            ("Output", JsonataText.Expression(RunData.Empty)),
            ("Default", next)));
        if (hasOwn)
        {
            yield return Asl.State(NetworkStateNames.NetworkTags, JsonObject.Of(
                ("Type", "Pass"), ("Comment", "The run names no tags: these are the network's."), ("Assign", JsonObject.Of(("tags", JobInput.Constants(network.Tag!)))), ("Next", next)));
        }
        else if (needed)
        {
            yield return Asl.State(NetworkStateNames.NoTags, Refusal(
                "Neither the run nor the network says which workers may be used.",
                JobErrors.NoWorkerTag,
                "The run names no worker tags. Start it with an input such as {\"role\":\"job_worker\"}, or give the network tags of its own."));
        }

        yield return Asl.State(NetworkStateNames.BadTags, Refusal(
            "A list, a number or true is not tags.",
            JobErrors.InvalidJobInput,
            "The tags member of the run's input must be an object of tag keys and values, such as {\"tags\":{\"role\":\"job_worker\"}}."));
    }

    private static JsonObject Rule(string condition, JsonObject? assign, string next) => JsonObject.Of(
        ("Condition", JsonataText.Expression(condition)), ("Assign", assign), ("Output", JsonataText.Expression(RunData.Empty)), ("Next", next));

    private static JsonObject Assigned(JobNetwork network, string? tags) => JsonObject.Of(
        ("tags", tags is null ? null : JsonataText.Expression(tags)),
        ("parameters", NetworkParameters.Assign(network)),
        ("done", JsonataText.Expression($"{HasRerun} and $type($states.input.Rerun.Done) = \"object\" ? $states.input.Rerun.Done : {{}}")));

    private static JsonObject Refusal(string comment, string error, string message) => JsonObject.Of(
        ("Type", "Pass"),
        ("Comment", comment),
        ("Output", JsonObject.Of(("Jobs", JsonObject.Of(("", JsonObject.Of(
            ("Status", RunData.Failed), ("Error", error), ("Cause", JsonObject.Of(("Message", message)).ToString()))))))),
        ("Next", NetworkStateNames.AlertForInput));
}
