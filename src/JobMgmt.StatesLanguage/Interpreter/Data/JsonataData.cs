using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Interpreter.States;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Interpreter.Data;

/// <summary>Data in JSONata mode: <c>$states</c> beside the variables on the way in, Assign and Output on the way out.</summary>
internal static class JsonataData
{
    /// <summary>What expressions of the branch's state may read. <c>$states</c> is made when one asks for it.</summary>
    public static EvaluationContext Context(
        Run run, BranchPosition branch, Func<JsonValue> contextObject, JsonValue? result = null, JsonValue? errorOutput = null) =>
        new(branch.Input, contextObject, run.Position.Random, branch.Variables)
        {
            Jsonata = new JsonataScope(
                new JsonataBindings(branch.Variables).With("states", () => JsonObject.Of(
                    ("input", branch.Input), ("result", result), ("errorOutput", errorOutput), ("context", contextObject()))),
                run.JsonataEnvironment),
        };

    /// <summary>What a state passes on and sets. Both are evaluated before either has effect.</summary>
    /// <param name="run">The step.</param>
    /// <param name="branch">The branch.</param>
    /// <param name="otherwise">The output where there is no Output.</param>
    /// <param name="assign">Assign.</param>
    /// <param name="output">Output.</param>
    /// <param name="result"><c>$states.result</c>, of states that have one.</param>
    /// <param name="errorOutput"><c>$states.errorOutput</c>, in Catch.</param>
    public static (JsonValue Output, JsonObject? Assigned) Of(
        Run run, BranchPosition branch, JsonValue otherwise, PayloadTemplate? assign, PayloadTemplate? output, JsonValue? result = null, JsonValue? errorOutput = null)
    {
        if (assign is null && output is null)
        {
            return (otherwise, null);
        }

        var context = Context(run, branch, () => ContextObject.Of(run, branch, null, () => MapBehavior.ItemOf(run, branch)), result, errorOutput);
        var assigned = assign?.Evaluate(context) as JsonObject;
        return (output?.Evaluate(context) ?? otherwise, assigned);
    }

    /// <summary>The same for a state with a result.</summary>
    public static (JsonValue Output, JsonObject? Assigned) OfResult(Run run, BranchPosition branch, FlowState state, JsonValue result) =>
        Of(run, branch, result, state.Assign, state.Output, result);

    public static void Leave(Run run, BranchPosition branch, (JsonValue Output, JsonObject? Assigned) data, string? next) =>
        run.Leave(branch, data.Output, data.Assigned, next);
}
