using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// Makes sure that <c>$.failure</c> has an Error and a Cause, both strings. A callback may come without either, and a timeout has no cause;
/// what reads a missing path ends the execution at once, past every Catch. The caller says how to tell a cause where none is given.
/// </summary>
internal static class FailureShaping
{
    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(
        string hasError, string nameError, string hasCause, string tellCause, JsonObject tell, string next)
    {
        const string error = Asl.Failure + ".Error";
        const string cause = Asl.Failure + ".Cause";
        yield return Asl.State(hasError, Asl.Choose(
            "A callback may come without an error name.",
            nameError,
            Asl.When(Asl.And(Asl.IsText(error), Asl.Not(Asl.Is(error, "StringEquals", ""))), hasCause)));
        yield return Asl.State(nameError, Asl.Put("The job failed, and nobody said how.", JobErrors.ExecutionFailed, error, hasCause));
        yield return Asl.State(hasCause, Asl.Choose(
            "A timeout has no cause.",
            tellCause,
            Asl.When(Asl.And(Asl.IsText(cause), Asl.Not(Asl.Is(cause, "StringEquals", ""))), next)));
        yield return Asl.State(tellCause, tell);
    }
}
