using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>Whether a job runs: the first of its states. It asks what the jobs that it comes after have come to, and whether an earlier run, or the user, has settled the job.</summary>
internal static class JobDecision
{
    /// <summary>The decision.</summary>
    /// <param name="job">The job.</param>
    /// <param name="predecessors">The jobs that it comes after.</param>
    /// <param name="hasGates">What is known may have come by way of gates.</param>
    /// <param name="run">Where the job begins.</param>
    /// <param name="next">Where the branch goes on without it.</param>
    internal static JsonObject Build(JobDefinition job, IReadOnlyList<string> predecessors, bool hasGates, string run, string next)
    {
        var done = $"$lookup($done, {JsonataText.Quote(job.Name)})";
        var isDone = Asl.When($"$exists({done})", JsonataText.Expression(RunData.With(job.Name, done)), next);
        return job.RunOn switch
        {
            JobRunOn.Failure => Asl.Choose(
                null,
                run,
                null,
                isDone,
                Asl.When(RunData.AllWell(predecessors, hasGates), JsonataText.Expression(RunData.With(job.Name, RunData.PassedOver(RunData.NotNeeded))), next)),
            JobRunOn.Success when predecessors.Count > 0 => Asl.Choose(
                null,
                next,
                JsonataText.Expression(RunData.With(job.Name, RunData.PassedOver(RunData.Skipped))),
                isDone,
                Asl.When(RunData.AllWell(predecessors, hasGates), null, run)),
            _ => Asl.Choose(null, run, null, isDone),
        };
    }
}
