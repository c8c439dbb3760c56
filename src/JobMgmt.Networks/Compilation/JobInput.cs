using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>The input with which a job starts RunJob. Members that RunJob has no use for are there so that the network reads back as it was given.</summary>
internal static class JobInput
{
    /// <summary>The input.</summary>
    internal static JsonObject Write(JobDefinition job, JobNetwork network, JobTimeouts timeouts)
    {
        var (commands, packing) = JobCommands.Write(job.Command);
        return JsonObject.Of(
            ("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID", JsonataText.Expression("$states.context.Execution.Id")),
            ("TaskToken", JsonataText.Expression("$states.context.Task.Token")),
            ("Tags", job.Tag is null ? JsonataText.Expression(RunData.Tags) : Tags(job.Tag)),
            ("Commands", commands),
            ("Packing", packing),
            ("WorkingDirectory", job.WorkingDirectory is null ? null : JsonataText.Constant(job.WorkingDirectory)),
            ("ExecutionTimeout", job.ExecutionTimeout.ToString(CultureInfo.InvariantCulture)),
            ("AttemptTimeoutSeconds", timeouts.Attempt),
            ("NetworkName", JsonataText.Constant(network.Name)),
            ("JobName", JsonataText.Constant(job.Name)),
            ("Attempt", JsonataText.Expression("$states.context.State.RetryCount + 1")),
            ("RunOn", job.RunOn == JobRunOn.Success ? null : job.RunOn.ToString()),
            ("ContinueOnFailure", job.ContinueOnFailure ? (JsonValue)true : null),
            ("After", network.IsGraph ? new JsonArray((job.After ?? Array.Empty<string>()).Select(name => (JsonValue)JsonataText.Constant(name))) : null));
    }

    /// <summary>Worker tags, written out.</summary>
    internal static JsonObject Tags(IReadOnlyDictionary<string, string> tags) => new(tags
        .OrderBy(tag => tag.Key, StringComparer.Ordinal)
        .Select(tag => new KeyValuePair<string, JsonValue>(tag.Key, JsonataText.Constant(tag.Value))));
}
