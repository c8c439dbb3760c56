using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Scheduler;
using JobMgmt.Runtime.Store;
using JobMgmt.Schedules;

namespace JobMgmt.Runtime.Events;

/// <summary>
/// Rules with a schedule, in UTC. A rule's time is taken in the transaction that hands the event to its targets. A rate first comes one period after the rule is made,
/// enabled or given another schedule.
/// </summary>
internal sealed class ScheduledRules(IServiceProvider services, RuntimeIdentity identity, TimeProvider time)
{
    private static readonly TimeSpan _mostAge = TimeSpan.FromHours(24); // as long as EventBridge tries to deliver an event

    /// <summary>Saves a rule, and when it is due.</summary>
    public void Save(StoreConnection store, EventRule rule)
    {
        var before = EventStore.FindRule(store, rule.Name);
        var now = time.GetUtcNow();
        Tick(store, rule.Name, now); // what has come already belongs to the rule as it was
        EventStore.SaveRule(store, rule);
        if (!IsOn(rule))
        {
            EventStore.SetDue(store, rule.Name, now, null);
        }
        else if (before is null || !IsOn(before) || before.Schedule != rule.Schedule)
        {
            EventStore.SetDue(store, rule.Name, now, Next(rule, now, now));
        }

        store.AfterCommit(() => services.GetRequiredService<ScheduleLoop>().Wake());
    }

    /// <summary>Takes a rule's time, if it has come.</summary>
    public void Tick(StoreConnection store, string name, DateTimeOffset now)
    {
        if (EventStore.FindDueRule(store, name, now) is { } found)
        {
            Tick(store, found.Rule, found.Origin, found.Due, now);
        }
    }

    private void Tick(StoreConnection store, EventRule rule, DateTimeOffset origin, DateTimeOffset due, DateTimeOffset now)
    {
        var plan = DuePlan.Of(due, now, _mostAge, after => Next(rule, after, origin));
        if (plan.Missed > 0)
        {
            services.GetRequiredService<ScheduleReport>().Missed(store, EventRule.ArnOf(identity, rule.Name), plan);
        }

        if (plan.Fire is { } at)
        {
            services.GetRequiredService<EventBus>().PutScheduled(store, rule, at);
        }

        EventStore.SetDue(store, rule.Name, origin, plan.Next);
    }

    private static bool IsOn(EventRule rule) => rule.Schedule is not null && rule.IsEnabled;

    private static DateTimeOffset? Next(EventRule rule, DateTimeOffset after, DateTimeOffset origin) =>
        ScheduleExpression.ParseRule(rule.Schedule!).Next(after, TimeZoneInfo.Utc, origin);
}
