namespace JobMgmt.Networks.Checks.Rules;

/// <summary>Retries that may run a job twice at once, those that are missing, and handlers that never get their turn.</summary>
internal sealed class RetryRule : INetworkRule
{
    public void Check(CheckedScope machine, FindingList findings)
    {
        foreach (var state in machine.All())
        {
            CheckOrder(state, "Retry", findings);
            CheckOrder(state, "Catch", findings);
            if (state.IsJob || state.StartsAutomation)
            {
                CheckTwice(state, findings);
            }

            if (state.StartsAutomation && !state.Handlers("Retry").Any(handler => handler.Takes("WorkerBusy")))
            {
                findings.Warning(
                    NetworkCodes.WorkerBusyNotRetried,
                    state.Location,
                    $"State '{state.Name}' starts the automation itself and does not retry WorkerBusy: a job that finds no running worker fails at once. Add a retrier for WorkerBusy, or start RunJob, which has one.");
            }
        }
    }

    private static void CheckTwice(CheckedState state, FindingList findings)
    {
        var retriers = state.Handlers("Retry");
        for (var i = 0; i < retriers.Count; i++)
        {
            var never = CheckedState.Whole((state.Body["Retry"] as StatesLanguage.Json.JsonArray)?[i] is StatesLanguage.Json.JsonObject retrier ? retrier["MaxAttempts"] : null) == 0;
            if (!never && retriers[i].Takes("States.Timeout") && !retriers.Take(i).Any(earlier => earlier.Takes("States.Timeout")))
            {
                findings.Warning(
                    NetworkCodes.RetryMayRunTwice,
                    retriers[i].Location,
                    $"After States.Timeout the first run of '{state.Name}' may be alive still, and this retry runs it a second time beside it. Name errors that are definite, such as ExecutionFailed.");
            }
        }
    }

    private static void CheckOrder(CheckedState state, string field, FindingList findings)
    {
        var handlers = state.Handlers(field);
        var usable = new HashSet<ErrorHandler>(ErrorHandler.Usable(handlers));
        for (var i = 0; i < handlers.Count; i++)
        {
            // What follows States.ALL is the validator's to refuse.
            if (!usable.Contains(handlers[i]) && !handlers.Take(i).Any(earlier => earlier.Errors.Contains("States.ALL")))
            {
                findings.Warning(
                    NetworkCodes.HandlerNeverUsed,
                    handlers[i].Location,
                    $"This entry of {field} is never used: entries before it take {string.Join(", ", handlers[i].Errors)} already (States.TaskFailed stands for every error but a timeout).");
            }
        }
    }
}
