using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>The input of a run, from what its user says.</summary>
internal static class RunInput
{
    /// <summary>Worker tags are the whole input.</summary>
    public static JsonObject Of(IReadOnlyDictionary<string, string>? tags) =>
        new((tags ?? new Dictionary<string, string>()).Select(tag => new KeyValuePair<string, JsonValue>(tag.Key, new JsonString(tag.Value))));

    /// <summary>An input with parameters.</summary>
    /// <param name="input">The input.</param>
    /// <param name="network">The network; null for a definition that is none of ours, which takes none.</param>
    /// <param name="name">Its name.</param>
    /// <param name="parameters">The parameters; null for none.</param>
    /// <exception cref="CmdletFailure">The network does not have one of them, or has to be given another one.</exception>
    public static JsonObject With(JsonObject input, JobNetwork? network, string name, IReadOnlyDictionary<string, string?>? parameters)
    {
        parameters ??= new Dictionary<string, string?>();
        return ParameterRules.Fault(network ?? new JobNetwork { Name = name }, parameters) is { } fault
            ? throw new CmdletFailure(JobNetworkRunErrors.ParameterInvalid(name, fault))
            : parameters.Count == 0 ? input : RunParameters.With(input, parameters.ToDictionary(parameter => parameter.Key, parameter => parameter.Value!, StringComparer.Ordinal));
    }

    /// <summary>Worker tags, and jobs that the run passes over.</summary>
    /// <param name="network">The network's name.</param>
    /// <param name="canContinue">Whether its runs can pass over jobs.</param>
    /// <param name="jobs">Its jobs.</param>
    /// <param name="skip">Which jobs; patterns are allowed.</param>
    /// <param name="tags">The worker tags.</param>
    /// <exception cref="CmdletFailure">It can't, or a job is named that it does not have.</exception>
    public static JsonObject Skipping(
        string network, bool canContinue, IReadOnlyList<string> jobs, IReadOnlyCollection<string> skip, IReadOnlyDictionary<string, string>? tags)
    {
        var wanted = new WildcardNames(skip);
        return !canContinue ? throw new CmdletFailure(JobNetworkRunErrors.NetworkCantContinue(network))
            : wanted.Unmatched(jobs).FirstOrDefault() is { } missing ? throw new CmdletFailure(JobNetworkRunErrors.JobToSkipNotFound(network, missing, jobs))
            : Rerun.Skipping(jobs.Where(wanted.Match)).Input(null, tags);
    }
}
