using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// The head of a network: finds the worker tags of the run and leaves them as <c>$.tags</c>. The execution's input is either the tags
/// themselves or has a <c>tags</c> member; an EventBridge event, an empty or a scalar input names none, and the network's own stand in.
/// </summary>
internal static class TagStates
{
    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(JobNetwork network, string next)
    {
        yield return Asl.State(NetworkStateNames.ReadInput, Asl.Shape(
            "The input as a value and as text: only the text tells an object from other values without a runtime error.",
            JsonObject.Of(("given.$", "$$.Execution.Input"), ("text.$", "States.JsonToString($$.Execution.Input)")),
            NetworkStateNames.FindTags));
        yield return Asl.State(NetworkStateNames.FindTags, Asl.Choose(
            "A tag of a worker may itself be called 'tags'; its value is a string, the tags member's is not.",
            Missing(network),
            Asl.When(Asl.And(Asl.IsPresent("$.given.tags"), Asl.Not(Asl.Is("$.given.tags", "IsString", true))), NetworkStateNames.TagsMember),
            Asl.When(IsEvent(), Missing(network)),
            Asl.When(Asl.And(Asl.Is("$.text", "StringMatches", "{*"), Asl.Not(Asl.Is("$.text", "StringEquals", "{}"))), NetworkStateNames.TagsInput)));
        yield return Asl.State(NetworkStateNames.TagsMember, Asl.Shape(
            "The run's tags are one part of its input.",
            JsonObject.Of(("tags.$", "$.given.tags"), ("text.$", "States.JsonToString($.given.tags)")),
            NetworkStateNames.CheckTags));
        yield return Asl.State(NetworkStateNames.CheckTags, Asl.Choose(
            "Tags are an object; an empty one or null names none.",
            NetworkStateNames.BadTags,
            Asl.When(Asl.Or(Asl.Is("$.text", "StringEquals", "{}"), Asl.Is("$.text", "StringEquals", "null")), Missing(network)),
            Asl.When(Asl.Is("$.text", "StringMatches", "{*"), next)));
        yield return Asl.State(NetworkStateNames.TagsInput, Asl.Shape(
            "The run's tags are its input.", JsonObject.Of(("tags.$", "$.given")), next));
        if (network.Tag is { Count: > 0 })
        {
            yield return Asl.State(NetworkStateNames.NetworkTags, Asl.Put(
                "The run names no tags: these are the network's.", JobState.Tags(network.Tag), "$.tags", next));
        }
        else
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

    private static string Missing(JobNetwork network) => network.Tag is { Count: > 0 } ? NetworkStateNames.NetworkTags : NetworkStateNames.NoTags;

    private static JsonObject IsEvent() => Asl.And(Asl.IsPresent("$.given['detail-type']"), Asl.IsPresent("$.given.source"), Asl.IsPresent("$.given.detail"));

    // Replaces all data; the alert asks for the failure and for a job's name.
    private static JsonObject Refusal(string comment, string error, string message)
    {
        var cause = JsonObject.Of(("Message", message)).ToString();
        return JsonObject.Of(
            ("Type", "Pass"),
            ("Comment", comment),
            ("Result", JsonObject.Of(
                ("failure", JsonObject.Of(("Error", error), ("Cause", cause))),
                ("job", JsonObject.Of(("name", ""))))),
            ("Next", NetworkStateNames.SendFailEvent));
    }
}
