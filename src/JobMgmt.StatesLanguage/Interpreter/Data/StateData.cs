using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Interpreter.States;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Interpreter.Data;

/// <summary>
/// Input and output processing: InputPath and Parameters on the way in, ResultSelector, Assign, ResultPath and OutputPath on the way out;
/// in JSONata mode Arguments, Assign and Output. Assign reads the raw result and the variables as they were; all of a state's fields do.
/// </summary>
internal static class StateData
{
    /// <summary>The input after InputPath.</summary>
    public static JsonValue EffectiveInput(Run run, BranchPosition branch, FlowState state)
    {
        var input = Follow(run, branch, state.InputPath, branch.Input, "InputPath");
        if (state.QueryLanguage == QueryLanguage.JsonPath)
        {
            run.Trace?.See("afterInputPath", input);
        }

        return input;
    }

    /// <summary>What expressions of the branch's state may read, with the given data as <c>$</c>.</summary>
    public static EvaluationContext Context(Run run, BranchPosition branch, JsonValue input, string? taskToken = null) =>
        Context(run, branch, input, () => ContextObject.Of(run, branch, taskToken, () => MapBehavior.ItemOf(run, branch)));

    /// <summary>The same for the iteration of a Map that is being started.</summary>
    public static EvaluationContext Context(Run run, BranchPosition branch, JsonValue input, JsonObject mapItem) =>
        Context(run, branch, input, () => ContextObject.Of(run, branch, null, () => mapItem));

    /// <summary>Leaves a state that has no result of its own: its effective input goes on.</summary>
    public static void LeaveWithInput(Run run, BranchPosition branch, FlowState state, string? next, PayloadTemplate? assign, PayloadTemplate? output)
    {
        if (state.QueryLanguage == QueryLanguage.Jsonata)
        {
            JsonataData.Leave(run, branch, JsonataData.Of(run, branch, branch.Input, assign, output), next);
            return;
        }

        var input = EffectiveInput(run, branch, state);
        var assigned = Assigned(run, branch, assign, input);
        run.Leave(branch, Follow(run, branch, state.OutputPath, input, "OutputPath"), assigned, next);
    }

    /// <summary>Leaves a state with a result: Assign, ResultSelector, ResultPath, OutputPath.</summary>
    public static void LeaveWithResult(Run run, BranchPosition branch, FlowState state, JsonValue result, PayloadTemplate? selector, StatePath? resultPath)
    {
        var assigned = Assigned(run, branch, state.Assign, result);
        var selected = selector is null ? result : selector.Evaluate(Context(run, branch, result));
        run.Trace?.See("afterResultSelector", selected);
        var placed = Place(branch, resultPath, selected);
        run.Trace?.See("afterResultPath", placed);
        run.Leave(branch, Follow(run, branch, state.OutputPath, placed, "OutputPath"), assigned, state.Next);
    }

    /// <summary>The output and the variables of a caught error.</summary>
    public static (JsonValue Output, JsonObject? Assigned) Caught(Run run, BranchPosition branch, Catcher catcher, JsonObject errorOutput)
    {
        if (branch.State.QueryLanguage == QueryLanguage.Jsonata)
        {
            return JsonataData.Of(run, branch, errorOutput, catcher.Assign, catcher.Output, errorOutput: errorOutput);
        }

        var assigned = Assigned(run, branch, catcher.Assign, errorOutput);
        return (Place(branch, catcher.ResultPath, errorOutput), assigned);
    }

    /// <summary>The cause of States.DataLimitExceeded.</summary>
    public static string TooLarge(string stateName) =>
        $"The state/task '{stateName}' returned a result with a size exceeding the maximum number of bytes service limit.";

    /// <summary>A field's whole number.</summary>
    /// <exception cref="EvaluationException"><c>States.Runtime</c> where its path leads to none, or to less than <paramref name="least"/>.</exception>
    /// <exception cref="Jsonata.QueryEvaluationException">Its expression gives none, or less.</exception>
    public static long Integer(IntegerField field, EvaluationContext context, long least) => field.Value
        ?? field.Expression?.EvaluateInteger(context.Jsonata!, least)
        ?? Integer(context, field.Path!, field.Name + "Path", least);

    /// <summary>A value as AWS's messages show it: a string without its quotes.</summary>
    public static string Shown(JsonValue value) => value is JsonString text ? text.Value : value.ToString();

    private static long Integer(EvaluationContext context, JsonPath path, string field, long least)
    {
        if (!context.TryEvaluate(path, out var value))
        {
            throw new EvaluationException(ErrorNames.Runtime, $"The {field} parameter does not reference an input value: {path.Text}");
        }

        if (value is not JsonNumber number || number.Text.IndexOfAny(['.', 'e', 'E']) >= 0 || !number.TryToInt64(out var integer))
        {
            throw new EvaluationException(ErrorNames.Runtime, $"The {field} parameter cannot be parsed as a long value: {path.Text} == {Shown(value)}");
        }

        return integer >= least
            ? integer
            : throw new EvaluationException(ErrorNames.Runtime, $"The {field} parameter references a negative value: {path.Text} == {Shown(value)}");
    }

    private static JsonObject? Assigned(Run run, BranchPosition branch, PayloadTemplate? assign, JsonValue data) =>
        assign?.Evaluate(Context(run, branch, data)) as JsonObject;

    /// <summary>ResultPath: the raw input with the result put into it.</summary>
    private static JsonValue Place(BranchPosition branch, StatePath? resultPath, JsonValue result)
    {
        if (resultPath is null)
        {
            return result;
        }

        try
        {
            return resultPath.Path is { } path ? path.Set(branch.Input, result) : branch.Input;
        }
        catch (ResultPathException error)
        {
            throw new EvaluationException(ErrorNames.ResultPathMatchFailure, error.Message);
        }
    }

    private static EvaluationContext Context(Run run, BranchPosition branch, JsonValue input, Func<JsonValue> contextObject) =>
        branch.State.QueryLanguage == QueryLanguage.Jsonata
            ? JsonataData.Context(run, branch, contextObject)
            : new EvaluationContext(input, contextObject, run.Position.Random, branch.Variables);

    private static JsonValue Follow(Run run, BranchPosition branch, StatePath? path, JsonValue data, string field) =>
        path is null || path.Path is { IsRoot: true, Root: PathRoot.Input } ? data
        : path.Path is null ? JsonObject.Empty
        : Context(run, branch, data).Evaluate(path.Path, field);
}
