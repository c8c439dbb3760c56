using JobMgmt.StatesLanguage.Choices;
using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Jsonata;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Interpreter.States;

/// <summary>Wait. An instant that has passed is not waited for.</summary>
internal sealed class WaitBehavior : StateBehavior
{
    public override void Enter(Run run, BranchPosition branch, State state)
    {
        var wait = (WaitState)state;
        var delay = Delay(run, branch, wait);
        if (delay > TimeSpan.FromSeconds(Limits.WaitSeconds))
        {
            throw new EvaluationException(ErrorNames.Runtime, "Wait state delay is too long.");
        }

        if (delay <= TimeSpan.Zero)
        {
            Leave(run, branch, wait);
            return;
        }

        branch.TimerId = run.StartTimer(delay);
        branch.Phase = BranchPhase.Waiting;
    }

    public override void TimerFired(Run run, BranchPosition branch, State state) => Leave(run, branch, (WaitState)state);

    private static void Leave(Run run, BranchPosition branch, WaitState wait) => StateData.LeaveWithInput(run, branch, wait, wait.Next, wait.Assign, wait.Output);

    private static TimeSpan Delay(Run run, BranchPosition branch, WaitState wait)
    {
        if (wait.Timestamp is { } timestamp)
        {
            return timestamp - run.At;
        }

        if (wait.Seconds?.Value is { } literal)
        {
            return TimeSpan.FromSeconds(literal);
        }

        var context = StateData.Context(run, branch, StateData.EffectiveInput(run, branch, wait));
        if (wait.Seconds is { } seconds)
        {
            return TimeSpan.FromSeconds(Math.Min(StateData.Integer(seconds, context, 0), Limits.WaitSeconds + 1));
        }

        if (wait.TimestampExpression is { } expression)
        {
            return Instant(expression, context.Jsonata!) - run.At;
        }

        var path = wait.TimestampPath!;
        if (!context.TryEvaluate(path, out var value))
        {
            throw new EvaluationException(ErrorNames.Runtime, $"The TimestampPath parameter does not reference an input value: {path.Text}");
        }

        return value is Json.JsonString text && Rfc3339.TryParse(text.Value, out var instant)
            ? instant - run.At
            : throw new EvaluationException(
                ErrorNames.Runtime,
                "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: "
                + $"{path.Text} == {StateData.Shown(value)}");
    }

    /// <summary>AWS's words for a text that is no timestamp are not known.</summary>
    private static DateTimeOffset Instant(JsonataField expression, JsonataScope scope)
    {
        var value = ((Json.JsonString)expression.Evaluate(scope, Json.JsonKind.String)).Value;
        return Rfc3339.TryParse(value, out var instant) ? instant : throw new QueryEvaluationException(
            $"The JSONata expression '{expression.Expression.Text}' specified for the field '{expression.Field}' returned an unexpected value. "
            + $"Expected an RFC3339 timestamp, but was: {value}",
            expression.Field);
    }
}
