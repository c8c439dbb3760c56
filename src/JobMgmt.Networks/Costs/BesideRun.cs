using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Triggers;

namespace JobMgmt.Networks.Costs;

/// <summary>What machines of the stack take for a run that nothing in its own history shows: StartNetwork, which starts it for a trigger, and SendRecovered, which looks at each that succeeds.</summary>
public static class BesideRun
{
    /// <summary>SendRecovered asks its table whether the network had failed. Where it had, that is three transitions and two calls more.</summary>
    public static RunCost Recovery { get; } = new() { RecoveryTransitions = 2, Calls = Calls((ApiCalls.DynamoDb, 1)) };

    /// <summary>The start of a run by a trigger, and, once a day, the look whether it has begun in time (StartBy). Of a calendar's other days, which start no run, nothing is counted: four transitions each.</summary>
    public static RunCost Start(JobTrigger trigger)
    {
        var start = Start(trigger.Calendar is not null, trigger.After is not null);
        if (trigger.StartBy is null)
        {
            return start;
        }

        var look = new RunCost { StartTransitions = trigger.Calendar is null ? 6 : 8, Calls = Calls((ApiCalls.StepFunctions, 2), (ApiCalls.SystemsManager, trigger.Calendar is null ? 0 : 1)) };
        return start.Plus(look);
    }

    /// <summary>The start of a run that a trigger has started, as far as the run tells of it: one with a business date is taken for a calendar's.</summary>
    public static RunCost Start(RunTrigger trigger) => Start(trigger.BusinessDate is not null, isAfter: false);

    private static RunCost Start(bool hasCalendar, bool isAfter) => new()
    {
        StartTransitions = 4 + (hasCalendar ? 2 : isAfter ? 1 : 0),
        Calls = Calls((ApiCalls.DynamoDb, 1), (ApiCalls.StepFunctions, isAfter ? 2 : 1), (ApiCalls.SystemsManager, hasCalendar ? 1 : 0)),
    };

    private static IReadOnlyDictionary<string, int> Calls(params (string Service, int Count)[] counts)
    {
        var calls = new ApiCalls();
        foreach (var (service, count) in counts)
        {
            calls.Add(service, count);
        }

        return calls.Counts;
    }
}
