using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>Reads back what <see cref="NetworkCompiler"/> makes: the jobs are where they are for Step Functions' sake, but each says its number and what it comes after.</summary>
internal static class CompiledNetworkReader
{
    internal static bool IsCompiled(JsonObject asl) =>
        asl["QueryLanguage"] is JsonString { Value: "JSONata" } && asl["States"] is JsonObject states && states.Contains(NetworkStateNames.AllSucceeded);

    internal static JobNetwork? Read(JsonObject asl, string name)
    {
        var jobs = new SortedDictionary<int, JobDefinition>();
        var all = Scopes(asl).ToArray();
        foreach (var member in all.SelectMany(states => states))
        {
            if (NetworkStateNames.JobOf(member.Key) is { } number && Begin(member.Value) is { } begin && Job(all, begin) is { } read)
            {
                var channel = AlertState.ReadChannels(Find(all, NetworkStateNames.Alert(number))).Job;
                jobs[number] = HoldState.Read(
                    read with { When = JobCondition.Read(Find(all, NetworkStateNames.Condition(number))), AlertChannel = channel }, Find(all, NetworkStateNames.Hold(number)));
            }
        }

        var top = (JsonObject)asl["States"]!;
        return jobs.Count == 0 ? null : DeadlineStates.Read(new JobNetwork
        {
            Name = name,
            Jobs = jobs.Values.ToArray(),
            Parameter = NetworkParameters.Read(((top[NetworkStateNames.ReadInput] as JsonObject)?["Assign"] as JsonObject)?["parameters"]),
            AlertChannel = AlertState.ReadChannels(Find(all, NetworkStateNames.Alert(jobs.Keys.First()))).Network,
            AlertDigest = Alerts(all, NetworkStateNames.Alert(jobs.Keys.First())).Select(input => JobStateReader.Whole(input[AlertDetail.Digest])).FirstOrDefault(seconds => seconds is not null),
            Tag = JobStateReader.Tags(((top[NetworkStateNames.NetworkTags] as JsonObject)?["Assign"] as JsonObject)?["tags"], JsonataText.Read),
            IfRunning = TurnStates.Read(top),
            Timeout = OutcomeStates.ReadTimeout(asl),
            FailFast = all.Any(states => jobs.Keys.Any(job => states.Contains(NetworkStateNames.FailAt(job)))),
            Description = Text(asl["Comment"]) is { Length: > 0 } comment ? comment : null,
        }, all);
    }

    /// <summary>Where the job begins that the state decides on: the only place it goes to that isn't where the branch goes on.</summary>
    private static string? Begin(JsonValue decision) => decision is not JsonObject state || state["Choices"] is not JsonArray { Count: > 0 } choices ? null
        : new[] { Text(state["Default"]) }.Concat(choices.Select(choice => Text((choice as JsonObject)?["Next"])))
            .FirstOrDefault(next => next != Text((choices[0] as JsonObject)?["Next"])); // the first choice passes the job over

    /// <summary>The job that begins at a state: the state that bears its name is that one or one further on, where something comes before the work.</summary>
    private static JobDefinition? Job(JsonObject[] scopes, string first)
    {
        const int most = 8;
        var name = first;
        for (var i = 0; i < most && Find(scopes, name) is { } state; i++)
        {
            if (JobStateReader.Read(name, state) is { } job)
            {
                return job;
            }

            if (ItemList.Read(state["Items"]) is { } items && NetworkReader.Inner(state).Select(inner => Text(inner["StartAt"])).FirstOrDefault() is { } once)
            {
                return Job(scopes, once) is { } work ? work with { ForEach = items, MaxConcurrency = JobStateReader.Whole(state["MaxConcurrency"]) } : null;
            }

            if (Text(state["Next"]) is not { } next)
            {
                break;
            }

            name = next;
        }

        return null;
    }

    private static JsonObject? Find(JsonObject[] scopes, string name) => scopes.Select(states => states[name] as JsonObject).FirstOrDefault(state => state is not null);

    /// <summary>What SendFailEvent is given by the state of that name, in whatever scope it is.</summary>
    private static IEnumerable<JsonObject> Alerts(JsonObject[] scopes, string alert) =>
        scopes.Select(states => ((states[alert] as JsonObject)?["Arguments"] as JsonObject)?["Input"]).OfType<JsonObject>();

    private static IEnumerable<JsonObject> Scopes(JsonObject machine)
    {
        if (machine["States"] is not JsonObject states)
        {
            yield break;
        }

        yield return states;
        foreach (var inner in states.Select(state => state.Value).OfType<JsonObject>().SelectMany(NetworkReader.Inner).SelectMany(Scopes))
        {
            yield return inner;
        }
    }

    private static string? Text(JsonValue? value) => (value as JsonString)?.Value;
}
