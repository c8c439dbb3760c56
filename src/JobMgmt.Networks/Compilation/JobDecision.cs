using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// Whether a job runs. It asks, in this order: whether an earlier run, or the user, has settled the job; what the jobs that it comes after have come to; and what its own condition was found to be
/// (<see cref="JobCondition"/>).
/// </summary>
/// <param name="hasGates">What is known may have come by way of gates.</param>
internal sealed class JobDecision(bool hasGates)
{
    /// <summary>The decision.</summary>
    /// <param name="job">The job.</param>
    /// <param name="predecessors">The jobs that it comes after.</param>
    /// <param name="mayNotBeChosen">All of those may come to it that they are not chosen.</param>
    /// <param name="run">Where the job begins.</param>
    /// <param name="alert">Where its alert is.</param>
    /// <param name="next">Where the branch goes on without it.</param>
    internal JsonObject Build(JobDefinition job, IReadOnlyList<string> predecessors, bool mayNotBeChosen, string run, string alert, string next)
    {
        var done = $"$lookup($done, {JsonataText.Quote(job.Name)})";
        var allWell = RunData.AllWell(predecessors, hasGates);
        var rules = new List<JsonObject> { Asl.When($"$exists({done})", JsonataText.Expression(RunData.With(job.Name, done)), next) };
        if (job.RunOn == JobRunOn.Failure)
        {
            rules.Add(PassOver(allWell, job, RunData.NotNeeded, next));
        }

        var asksOrder = job.RunOn == JobRunOn.Success && predecessors.Count > 0;
        if (asksOrder && mayNotBeChosen)
        {
            rules.Add(PassOver(RunData.NoneChosen(predecessors, hasGates), job, RunData.NotChosen, next));
        }

        if (asksOrder && job.When is null)
        {
            rules.Add(Asl.When(allWell, null, run));
            return Asl.Choose(null, next, JsonataText.Expression(RunData.With(job.Name, RunData.PassedOver(RunData.Skipped))), rules.ToArray());
        }

        if (asksOrder)
        {
            rules.Add(PassOver($"$not({allWell})", job, RunData.Skipped, next));
        }

        if (job.When is not null)
        {
            rules.Add(Asl.When($"$type({JobCondition.Found}) = \"string\"", JsonataText.Expression(RunData.With(job.Name, Failure(job))), alert));
            rules.Add(PassOver($"$not({JobCondition.Found} = true)", job, RunData.NotChosen, next));
        }

        return Asl.Choose(null, run, null, rules.ToArray());
    }

    private static JsonObject PassOver(string condition, JobDefinition job, string status, string next) =>
        Asl.When(condition, JsonataText.Expression(RunData.With(job.Name, RunData.PassedOver(status))), next);

    private static string Failure(JobDefinition job) =>
        $"{{\"Status\": \"{RunData.StatusOfFailure(job)}\", \"Error\": \"{JobErrors.InvalidCondition}\", \"Cause\": {JobCondition.Found}}}";
}
