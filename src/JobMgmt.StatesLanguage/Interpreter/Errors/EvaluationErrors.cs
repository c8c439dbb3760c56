using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Interpreter.Errors;

/// <summary>What could not be evaluated, as the error of its state.</summary>
internal static class EvaluationErrors
{
    private const int MaxCause = 32768;

    /// <summary>A path, an intrinsic function or a choice rule failed.</summary>
    public static StateError Of(Run run, BranchPosition branch, EvaluationException error) => new(error.Error, Cause(run, branch, error.Cause));

    /// <summary>A JSONata expression failed: that has an event of its own before whatever follows.</summary>
    public static StateError Record(Run run, BranchPosition branch, QueryEvaluationException error, long previousEventId)
    {
        var cause = Cause(run, branch, error.Message);
        branch.LastEventId = run.Emit(
            "EvaluationFailed",
            JsonObject.Of(("error", ErrorNames.QueryEvaluationError), ("cause", cause), ("location", error.Field), ("state", branch.StateName)),
            previousEventId);
        return new StateError(ErrorNames.QueryEvaluationError, cause);
    }

    /// <summary>A sentence with what AWS puts before it, as long as a cause may be.</summary>
    public static string Cause(string stateName, long enteredEventId, string sentence)
    {
        var cause = $"An error occurred while executing the state '{stateName}' (entered at the event id #{enteredEventId}). {sentence}";
        return cause.Length <= MaxCause ? cause : cause.Substring(0, MaxCause);
    }

    /// <summary>A state that is tested alone has entered nothing: AWS tells the sentence alone.</summary>
    private static string Cause(Run run, BranchPosition branch, string sentence) => run.Trace is null ? Cause(branch.StateName, branch.EnteredEventId, sentence) : sentence;
}
