using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Interpreter.States;

/// <summary>Fail: ends the branch with an error. It has no exit event.</summary>
internal sealed class FailBehavior : StateBehavior
{
    public override void Enter(Run run, BranchPosition branch, State state)
    {
        var fail = (FailState)state;
        var context = StateData.Context(run, branch, branch.Input);
        var error = fail.ErrorExpression is null ? Text(fail.Error, fail.ErrorPath, "ErrorPath", context) : Text(fail.ErrorExpression, context);
        var cause = fail.CauseExpression is null ? Text(fail.Cause, fail.CausePath, "CausePath", context) : Text(fail.CauseExpression, context);
        run.Fail(branch, new StateError(error, cause));
    }

    private static string Text(JsonataField expression, EvaluationContext context) => ((JsonString)expression.Evaluate(context.Jsonata!, JsonKind.String)).Value;

    private static string? Text(string? literal, PathOrIntrinsic? expression, string field, EvaluationContext context)
    {
        if (expression is null)
        {
            return literal;
        }

        var value = expression.Evaluate(context, field);
        return value is JsonString text
            ? text.Value
            : throw new EvaluationException(ErrorNames.Runtime, $"The {field} parameter must reference a string value: {expression.Text} == {value}");
    }
}
