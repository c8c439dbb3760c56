using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>Members of a started execution's input that only say how the job was defined: the network reads back by them as it was given.</summary>
internal static class JobMarks
{
    private static readonly string[] Names = { "RunOn", "ContinueOnFailure", "Lock", "Slots", "LockTimeout", "MaxDuration", "StartBy", "FinishBy", "After" };

    internal static bool IsOne(string member) => Names.Contains(member);

    /// <summary>The members of a job; what stands at its default is left out.</summary>
    internal static IEnumerable<(string Name, JsonValue? Value)> Write(JobDefinition job, JobNetwork network)
    {
        yield return ("RunOn", job.RunOn == JobRunOn.Success ? null : (JsonValue)job.RunOn.ToString());
        yield return ("ContinueOnFailure", job.ContinueOnFailure ? (JsonValue)true : null);
        yield return ("Lock", job.Lock is null ? null : (JsonValue)JsonataText.Constant(job.Lock));
        yield return ("Slots", job.Slots == 1 ? null : (JsonValue)job.Slots);
        yield return ("LockTimeout", job.LockTimeout is { } longest ? (JsonValue)longest : null);
        yield return ("MaxDuration", job.MaxDuration is { } most ? (JsonValue)most : null);
        yield return ("StartBy", Asl.Optional(job.StartBy));
        yield return ("FinishBy", Asl.Optional(job.FinishBy));
        yield return ("After", network.IsGraph ? new JsonArray((job.After ?? Array.Empty<string>()).Select(name => (JsonValue)JsonataText.Constant(name))) : null);
    }

    /// <summary>A job with what an input says of it.</summary>
    /// <param name="job">The job so far.</param>
    /// <param name="input">The input.</param>
    /// <param name="read">What a constant stands for.</param>
    internal static JobDefinition Read(JobDefinition job, JsonObject input, Func<string, string> read) => job with
    {
        RunOn = Enum.TryParse<JobRunOn>((input["RunOn"] as JsonString)?.Value, out var on) ? on : JobRunOn.Success,
        ContinueOnFailure = input["ContinueOnFailure"] is JsonBoolean { Value: true },
        Lock = input["Lock"] is JsonString held ? read(held.Value) : null,
        Slots = JobStateReader.Whole(input["Slots"]) ?? 1,
        LockTimeout = JobStateReader.Whole(input["LockTimeout"]),
        MaxDuration = JobStateReader.Whole(input["MaxDuration"]),
        StartBy = (input["StartBy"] as JsonString)?.Value,
        FinishBy = (input["FinishBy"] as JsonString)?.Value,
        After = (input["After"] as JsonArray)?.OfType<JsonString>().Select(name => read(name.Value)).ToArray(),
    };
}
