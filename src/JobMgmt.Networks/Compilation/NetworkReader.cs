using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// Reads a network back from its state machine's definition: those that <see cref="NetworkCompiler"/> makes or once made (in JSONPath, one job after the other), and those
/// written by hand that start RunJob by task token, one job after the other.
/// </summary>
public static class NetworkReader
{
    private const string StartAndWait = "states:startExecution.sync:2";

    /// <summary>Reads a network.</summary>
    /// <param name="asl">The state machine's definition.</param>
    /// <param name="name">The network's name.</param>
    /// <param name="network">The network where the definition is one.</param>
    /// <param name="reason">Why it can't be read as one; empty where it can.</param>
    public static bool TryRead(JsonObject asl, string name, out JobNetwork? network, out string reason)
    {
        network = null;
        if (asl["States"] is not JsonObject states || Text(asl, "StartAt") is not { } at)
        {
            reason = "The definition has no States or no StartAt.";
            return false;
        }

        if (CompiledNetworkReader.IsCompiled(asl))
        {
            network = CompiledNetworkReader.Read(asl, name);
            reason = network is null ? "The definition was compiled from a network, but its jobs were changed by hand." : "";
            return network is not null;
        }

        var jobs = new List<JobDefinition>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var first = states.Select(state => state.Key).FirstOrDefault(key => IsJob(states[key]));
        for (var current = at == NetworkStateNames.ReadInput ? first : at; current is not null; current = Text((JsonObject)states[current]!, "Next"))
        {
            if (!seen.Add(current) || states[current] is not JsonObject state)
            {
                reason = $"The jobs are no plain sequence: '{current}' comes again or is missing.";
                return false;
            }

            if (JobStateReader.Read(current, state) is { } job)
            {
                jobs.Add(job);
            }
            else if (Text(state, "Type") is not ("Succeed" or "Pass" or "Wait"))
            {
                reason = $"State '{current}' is neither a job nor a simple step.";
                return false;
            }
        }

        reason = jobs.Count == 0 ? "No state starts RunJob by task token, or another network." : "";
        network = jobs.Count == 0 ? null : new JobNetwork
        {
            Name = name,
            Jobs = jobs,
            AlertChannel = Channel(states),
            Tag = states[NetworkStateNames.NetworkTags] is JsonObject own ? JobStateReader.Tags(own["Result"], text => text) : null,
            Description = Text(asl, "Comment") is { Length: > 0 } comment ? comment : null,
        };
        return network is not null;
    }

    /// <summary>Whether runs of a definition can pass over jobs that an earlier run has done.</summary>
    public static bool CanContinue(string? asl) => asl is not null && JsonValue.TryParse(asl, out var value) && value is JsonObject machine && CompiledNetworkReader.IsCompiled(machine);

    /// <summary>
    /// Every job of a definition, in the order of its states, those inside Parallel and Map included; what is no job is passed over.
    /// A job's tags are null unless they are written out.
    /// </summary>
    public static IReadOnlyList<JobDefinition> ReadJobs(JsonObject asl)
    {
        var jobs = new List<JobDefinition>();
        foreach (var member in asl["States"] as JsonObject ?? JsonObject.Empty)
        {
            if (member.Value is not JsonObject state)
            {
                continue;
            }

            if (JobStateReader.Read(member.Key, state) is { } job)
            {
                jobs.Add(job);
            }

            foreach (var inner in Inner(state))
            {
                jobs.AddRange(ReadJobs(inner));
            }
        }

        return jobs;
    }

    private static bool IsJob(JsonValue? state) => state is JsonObject obj && JobStateReader.Read("", obj) is not null;

    private static string? Channel(JsonObject states) => states
        .Select(member => member.Value as JsonObject)
        .Where(state => state is not null && Text(state, "Resource")?.EndsWith(StartAndWait, StringComparison.Ordinal) == true)
        .Select(state => (state!["Parameters"] as JsonObject)?["Input"] as JsonObject)
        .Where(input => input is not null && (input.Contains("Error.$") || input.Contains("Channel")))
        .Select(input => Text(input!, "Channel"))
        .FirstOrDefault();

    /// <summary>What a state has in it: the branches of a Parallel, the processor of a Map.</summary>
    internal static IEnumerable<JsonObject> Inner(JsonObject state)
    {
        var branches = state["Branches"] as JsonArray ?? JsonArray.Empty;
        return branches.Concat(new[] { state["Iterator"], state["ItemProcessor"] }).OfType<JsonObject>();
    }

    private static string? Text(JsonObject obj, string name) => (obj[name] as JsonString)?.Value;
}
