using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Checks.Rules;

/// <summary>The alert itself: its channel can have a rule, and its own failure does not hide the job's. A Fail that comes after says why the run failed.</summary>
internal sealed class AlertStateRule : INetworkRule
{
    public void Check(CheckedScope machine, FindingList findings)
    {
        foreach (var state in machine.All())
        {
            if (state.IsAlert)
            {
                CheckAlert(state, findings);
            }
            else if (state.Type == "Fail" && state.Scope.Owner is null && !new[] { "Error", "ErrorPath", "Cause", "CausePath" }.Any(state.Body.Contains))
            {
                findings.Warning(
                    NetworkCodes.FailWithoutError,
                    state.Location,
                    $"State '{state.Name}' fails the run without saying why: who looks at the run sees no error. Give it ErrorPath and CausePath{(state.IsJsonata ? " (in JSONata: Error and Cause)" : "")}.");
            }
        }
    }

    private static void CheckAlert(CheckedState state, FindingList findings)
    {
        if (state.Constant("Channel") is JsonString channel && !NameRules.IsChannel(channel.Value))
        {
            findings.Error(
                NetworkCodes.AlertChannelInvalid,
                state.AtInput("Channel"),
                $"'{channel.Value}' is no channel name, so no rule takes its alerts. Use 1 to {NameRules.MaxChannelName} of the characters A-Z a-z 0-9 . _ -");
        }

        if (!ErrorHandler.TakeAll(state.Handlers("Catch")))
        {
            findings.Warning(
                NetworkCodes.AlertHidesError,
                state.Location,
                $"If the alert of state '{state.Name}' can't be sent, the run ends with the alert's error in place of the job's. Add a catcher for States.ALL that leads on to the same state as Next.");
        }
    }
}
