using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Expressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// The state that evaluates a job's condition, before it is decided whether the job runs. What an author writes may fail at run time, and an error in a Choice can't be caught. So it is a
/// Map without items: one transition, no work, and it can catch. What it found goes on as <c>When</c>: true or false, or a text, which is the cause of a failure.
/// </summary>
internal static class JobCondition
{
    internal const string Found = "$states.input.When";

    /// <summary>The state.</summary>
    /// <param name="job">The job; it has a condition.</param>
    /// <param name="index">Its number.</param>
    /// <param name="expressions">How expressions are written.</param>
    internal static JsonObject Build(JobDefinition job, int index, ExpressionText expressions)
    {
        var next = NetworkStateNames.RunJob(index);
        return JsonObject.Of(
            ("Type", "Map"),
            ("Comment", "No item, no iteration: it is here to evaluate the condition where an error can be caught."),
            ("Items", JsonataText.Expression("[]")),
            ("ItemProcessor", JsonObject.Of(
                ("StartAt", NetworkStateNames.NoItem(index)),
                ("States", JsonObject.Of((NetworkStateNames.NoItem(index), JsonObject.Of(("Type", "Succeed"))))))),
            ("Catch", Asl.List(Asl.Catcher(next, JsonataText.Expression(Note(Failure(job.Name))), "States.ALL"))),
            ("Output", JsonataText.Expression($"($when := {expressions.Write(job.When!)}; {Note($"$type($when) = \"boolean\" ? $when : {NoBoolean}")})")),
            ("Next", next));
    }

    /// <summary>The condition as its author wrote it; null where a state evaluates none.</summary>
    internal static string? Read(JsonObject? state) => state?["Type"] is JsonString { Value: "Map" } ? ExpressionText.Read((state["Output"] as JsonString)?.Value) : null;

    private const string NoBoolean =
        "$error(\"It gives \" & ($exists($when) ? \"a value of the type \" & $type($when) : \"nothing\") & \", and not true or false.\")";

    private static string Note(string found) => $"$merge([$states.input, {{\"When\": {found}}}])";

    // What is told of it is part of a cause, which is JSON. The error's text has the whole expression in front, of which the author wrote the half.
    private static string Failure(string job) =>
        $"$string({{\"Message\": {JsonataText.Quote($"The condition of job '{job}' could not be evaluated: ")} & $substring($split($string($states.errorOutput.Cause), \"' specified for the field 'Output' \")[-1], 0, 4000)}})";
}
