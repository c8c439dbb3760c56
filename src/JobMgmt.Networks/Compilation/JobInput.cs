using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Expressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>The input with which a job starts RunJob. Members that RunJob has no use for are there so that the network reads back as it was given.</summary>
internal static class JobInput
{
    /// <summary>The member that says which trigger has started the run, when it was due, and for which business date; also in the input of a network that is a job.</summary>
    internal const string Trigger = "Trigger";

    /// <summary>Its value, as an expression; null in a run that no trigger has started.</summary>
    internal const string StartedByTrigger = "$type(" + Asl.Given + "." + Trigger + ") = \"object\" ? " + Asl.Given + "." + Trigger + " : null";

    /// <summary>The input.</summary>
    internal static JsonObject Write(JobDefinition job, JobNetwork network, JobTimeouts timeouts, ExpressionText expressions)
    {
        var (commands, packing) = JobCommands.Write(job.Command, JobCommands.Size(job.Environment));
        return JsonObject.Of(new (string, JsonValue?)[]
        {
            (NestedState.StartedBy, JsonataText.Expression("$states.context.Execution.Id")),
            ("TaskToken", JsonataText.Expression("$states.context.Task.Token")),
            ("Tags", job.Tag is null ? JsonataText.Expression(RunData.Tags) : Constants(job.Tag)),
            ("Commands", commands),
            ("Packing", packing),
            ("Environment", Environment(job, network, expressions)),
            ("Secrets", job.Secret is { Count: > 0 } secrets ? Constants(secrets) : null),
            ("Output", job.Output == JobOutput.None ? null : job.Output.ToString()),
            ("SuccessExitCodes", job.SuccessExitCode is null ? null : new JsonArray(job.SuccessExitCode.Select(code => (JsonValue)code))),
            ("ErrorNames", job.ErrorName is { Count: > 0 } names ? ErrorNames(names) : null),
            ("WorkingDirectory", job.WorkingDirectory is null ? null : JsonataText.Constant(job.WorkingDirectory)),
            ("ExecutionTimeout", job.ExecutionTimeout.ToString(CultureInfo.InvariantCulture)),
            ("AttemptTimeoutSeconds", timeouts.Attempt),
            ("NetworkName", JsonataText.Constant(network.Name)),
            ("JobName", JsonataText.Constant(job.Name)),
            (Trigger, JsonataText.Expression(StartedByTrigger)),
            ("Attempt", JsonataText.Expression("$states.context.State.RetryCount + 1")),
            ("Item", job.ForEach is null ? null : JsonataText.Expression("$states.input.Item.Value")),
            ("ItemIndex", job.ForEach is null ? null : JsonataText.Expression("$states.input.Item.Index")),
        }.Concat(JobMarks.Write(job, network)).ToArray());
    }

    /// <summary>Texts by name, such as worker tags, written out in the order of their names.</summary>
    internal static JsonObject Constants(IReadOnlyDictionary<string, string> texts) => Texts(texts, JsonataText.Constant);

    /// <summary>The same, each text written in some way.</summary>
    internal static JsonObject Texts(IReadOnlyDictionary<string, string> texts, Func<string, string> write) => new(texts
        .OrderBy(text => text.Key, StringComparer.Ordinal)
        .Select(text => new KeyValuePair<string, JsonValue>(text.Key, write(text.Value))));

    // A network's parameters are variables of every job; what the job names itself stands.
    private static JsonObject? Environment(JobDefinition job, JobNetwork network, ExpressionText expressions)
    {
        var own = job.Environment ?? new Dictionary<string, string>();
        var variables = own.Select(pair => (pair.Key, Value: expressions.Value(pair.Value)))
            .Concat((network.Parameter?.Keys ?? Enumerable.Empty<string>())
                .Where(name => !own.ContainsKey(name) && job.Secret?.ContainsKey(name) != true)
                .Select(name => (Key: name, Value: NetworkParameters.Variable(name))))
            .OrderBy(variable => variable.Key, StringComparer.Ordinal)
            .Select(variable => new KeyValuePair<string, JsonValue>(variable.Key, variable.Value)).ToArray();
        return variables.Length == 0 ? null : new JsonObject(variables);
    }

    private static JsonObject ErrorNames(IReadOnlyDictionary<int, string> names) => new(names
        .OrderBy(name => name.Key)
        .Select(name => new KeyValuePair<string, JsonValue>(name.Key.ToString(CultureInfo.InvariantCulture), JsonataText.Constant(name.Value))));
}
