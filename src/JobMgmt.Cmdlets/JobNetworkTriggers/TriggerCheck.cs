using System.Globalization;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobCalendars;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;
using JobMgmt.Schedules;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>What can be known of a trigger before it is made. What other triggers there are, and each calendar, is read once, so that one check serves all triggers of a plan.</summary>
internal sealed class TriggerCheck(JobMgmtSession session, RunJobStackNames names)
{
    private const int Weeks = 53; // a year, in which clocks are set as in any other

    private readonly Dictionary<string, JobCalendar?> _calendars = new(StringComparer.Ordinal);
    private IReadOnlyList<DeployedJobTrigger>? _there;

    /// <summary>What its user should know.</summary>
    /// <exception cref="CmdletFailure">There is no such network, or the trigger has faults.</exception>
    public async Task<IReadOnlyList<string>> CheckAsync(string networkName, JobTrigger trigger, CancellationToken cancellationToken)
    {
        DeployedJobNetwork deployed = await new NetworkDirectory(session, names).ReadAsync(networkName, cancellationToken).ConfigureAwait(false)
            ?? throw new CmdletFailure(JobNetworkErrors.NetworkNotFound(networkName));
        var network = new JobNetwork { Name = networkName, Parameter = deployed.Parameter, Tag = deployed.WorkerTag, Jobs = deployed.Job };
        IReadOnlyList<NetworkFault> faults = TriggerValidator.Validate(trigger, network);
        if (faults.Count > 0)
        {
            throw new CmdletFailure(TriggerErrors.Invalid(networkName, faults));
        }

        await CheckPatternAsync(networkName, trigger, cancellationToken).ConfigureAwait(false);
        JobCalendar? calendar = await CheckOnTargetAsync(networkName, trigger, [], cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return [.. Warnings(network, trigger, calendar, now), .. await FindSharedRunsAsync(networkName, trigger, calendar, now, cancellationToken).ConfigureAwait(false)];
    }

    // A run is named after its network and due time, so of two triggers that are due at once only one has its say.
    private async Task<IReadOnlyList<string>> FindSharedRunsAsync(string network, JobTrigger trigger, JobCalendar? calendar, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        if (!trigger.IsTime || trigger.Disabled)
        {
            return found;
        }

        foreach (DeployedJobTrigger other in await new TriggerDirectory(session, names).ListAsync([network], cancellationToken).ConfigureAwait(false))
        {
            if (other.Name != trigger.Name && await FindSharedRunAsync(network, (trigger, calendar), other.Definition, other.CreationTime is { } made ? new DateTimeOffset(made) : now, now, cancellationToken).ConfigureAwait(false) is { } shared)
            {
                found.Add(shared);
            }
        }

        return found;
    }

    private async Task<string?> FindSharedRunAsync(string network, (JobTrigger Trigger, JobCalendar? Calendar) one, JobTrigger other, DateTimeOffset otherMade, DateTimeOffset now, CancellationToken cancellationToken)
    {
        JobTrigger trigger = one.Trigger;
        if (other is not { Disabled: false, IsTime: true } || (AreSame(other.Tag, trigger.Tag) && AreSame(other.Parameter, trigger.Parameter)))
        {
            return null;
        }

        JobCalendar? its = await FindCalendarAsync(other, cancellationToken).ConfigureAwait(false);
        return (other.Calendar is null || its is not null) && new TriggerTimes(trigger, one.Calendar, now).FirstWith(new TriggerTimes(other, its, otherMade), now) is { } both
            ? string.Format(
                CultureInfo.InvariantCulture,
                "The triggers '{0}' and '{1}' of the job network '{2}' are both due at {3:yyyy-MM-dd HH:mm} ({4}), with different tags or parameters. A due time starts one run, with those of one of the two. Give one another time, or both the same -Tag and -Parameter.",
                trigger.Name, other.Name, network, TimeZoneInfo.ConvertTime(both, ScheduleZone.Find(trigger.TimeZone) ?? TimeZoneInfo.Utc), trigger.TimeZone)
            : null;
    }

    private async Task<JobCalendar?> FindCalendarAsync(JobTrigger trigger, CancellationToken cancellationToken)
    {
        if (trigger.Calendar is not { } name)
        {
            return null;
        }

        if (!_calendars.TryGetValue(name, out JobCalendar? calendar))
        {
            _calendars[name] = calendar = (await new JobCalendarDirectory(session, names).FindAsync(name, cancellationToken).ConfigureAwait(false))?.Calendar();
        }

        return calendar;
    }

    private static bool AreSame(IReadOnlyDictionary<string, string>? one, IReadOnlyDictionary<string, string>? other) =>
        (one?.Count ?? 0) == (other?.Count ?? 0) && ((one?.Count ?? 0) == 0 || one!.All(pair => other!.TryGetValue(pair.Key, out string? value) && value == pair.Value));

    /// <summary>What the user of a network with all its triggers, as a file has it, should know of these.</summary>
    public async Task<IReadOnlyList<string>> FindWarningsAsync(JobNetwork network, CancellationToken cancellationToken)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        var found = new List<string>();
        JobTrigger[] triggers = (network.Triggers ?? []).Where(trigger => !trigger.Disabled).ToArray();
        for (int i = 0; i < triggers.Length; i++)
        {
            JobCalendar? calendar = await FindCalendarAsync(triggers[i], cancellationToken).ConfigureAwait(false);
            found.AddRange(Warnings(network, triggers[i], calendar, now));
            foreach (JobTrigger other in triggers.Skip(i + 1).Where(_ => triggers[i].IsTime))
            {
                if (await FindSharedRunAsync(network.Name, (triggers[i], calendar), other, now, now, cancellationToken).ConfigureAwait(false) is { } shared)
                {
                    found.Add(shared);
                }
            }
        }

        return found;
    }

    /// <summary>All triggers that there are on the target.</summary>
    public async Task<IReadOnlyList<DeployedJobTrigger>> ReadTriggersAsync(CancellationToken cancellationToken) =>
        _there ??= await new TriggerDirectory(session, names).ListAsync(null, cancellationToken).ConfigureAwait(false);

    /// <summary>Checks the event pattern of a trigger, where it has one.</summary>
    /// <exception cref="CmdletFailure">It is not valid.</exception>
    public async Task CheckPatternAsync(string network, JobTrigger trigger, CancellationToken cancellationToken)
    {
        if (await PatternCheck.FindAsync(session, trigger, cancellationToken).ConfigureAwait(false) is { } fault)
        {
            throw new CmdletFailure(TriggerErrors.Invalid(network, [fault]));
        }
    }

    /// <summary>
    /// Checks what only the target knows of what a trigger names: a calendar or a network that is not there would be found missing at night. Its calendar; null where it has none.
    /// </summary>
    /// <param name="network">The trigger's network.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="coming">Networks that are deployed together with it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="CmdletFailure">It is not there, or the target can't have such a trigger.</exception>
    public async Task<JobCalendar?> CheckOnTargetAsync(string network, JobTrigger trigger, IReadOnlyList<JobNetwork> coming, CancellationToken cancellationToken)
    {
        if (trigger.OnPath is not null && session is { Kind: SessionKind.Aws, Endpoint: null })
        {
            throw new CmdletFailure(TriggerErrors.NoPathOnAws(network, trigger));
        }

        if (trigger.After is { } other)
        {
            await CheckAfterAsync(network, other, coming, cancellationToken).ConfigureAwait(false);
        }

        if (BucketEvents.Of(session, trigger) is { } events)
        {
            await events.CheckAsync(cancellationToken).ConfigureAwait(false);
        }

        JobCalendar? calendar = await FindCalendarAsync(trigger, cancellationToken).ConfigureAwait(false);
        return trigger.Calendar is null || calendar is not null ? calendar : throw new CmdletFailure(JobCalendarErrors.CalendarNotFound(trigger.Calendar));
    }

    // Networks that start each other in a circle would never end.
    private async Task CheckAfterAsync(string network, string other, IReadOnlyList<JobNetwork> coming, CancellationToken cancellationToken)
    {
        if (!coming.Any(one => one.Name == other) && await new NetworkDirectory(session, names).ReadDefinitionAsync(other, cancellationToken).ConfigureAwait(false) is null)
        {
            throw new CmdletFailure(JobNetworkErrors.NetworkNotFound(other));
        }

        ILookup<string, string> after = (await ReadTriggersAsync(cancellationToken).ConfigureAwait(false))
            .Where(trigger => !coming.Any(one => one.Name == trigger.NetworkName && one.Triggers is not null)).Select(trigger => (trigger.NetworkName, trigger.Definition.After))
            .Concat(coming.SelectMany(one => (one.Triggers ?? []).Select(trigger => (NetworkName: one.Name, trigger.After))))
            .Where(trigger => trigger.After is not null).ToLookup(trigger => trigger.NetworkName, trigger => trigger.After!, StringComparer.Ordinal);
        var way = new List<string> { network, other };
        for (int i = 1; i < way.Count; i++)
        {
            way.AddRange(after[way[i]].Where(before => before == network || !way.Contains(before)));
            if (way.LastIndexOf(network) > 0)
            {
                throw new CmdletFailure(TriggerErrors.Circle(network, other));
            }
        }
    }

    /// <summary>What its user should know where nothing says which workers may run its jobs; else null.</summary>
    internal static string? WithoutWorkers(JobNetwork network, JobTrigger trigger) =>
        trigger.Tag is null or { Count: 0 } && network.Tag is null or { Count: 0 } && network.Jobs.Any(job => job.Tag is null && job.Network is null)
            ? $"Neither the trigger '{trigger.Name}' nor the job network '{network.Name}' says which workers may run its jobs, so its runs will fail. Give -Tag, such as @{{ role = 'job_worker' }}."
            : null;

    internal static IEnumerable<string> Warnings(JobNetwork network, JobTrigger trigger, JobCalendar? calendar, DateTimeOffset now)
    {
        foreach (string unknown in PatternCheck.FindUnknown(trigger))
        {
            yield return $"The trigger '{trigger.Name}' of the job network '{network.Name}' asks for '{unknown}', which no event has beside source, detail-type and detail, so it never starts anything. What an application puts into its event is below detail.";
        }

        if (WithoutWorkers(network, trigger) is { } warning)
        {
            yield return warning;
        }

        if (TriggerSchedules.FirstDropped(trigger, calendar, now) is { } dropped)
        {
            yield return string.Format(
                CultureInfo.InvariantCulture,
                "The run of {0:yyyy-MM-dd HH:mm} of the trigger '{1}' falls into the time that {2} leaves out for daylight saving: EventBridge Scheduler drops it. Set-JobNetworkTrigger '{3}' -Name '{1}' -OnGap RunAfter starts it when the clock has been set.",
                dropped, trigger.Name, trigger.TimeZone, network.Name);
        }

        if (calendar is not null && OfTwoClocks(trigger, calendar, now) is { } clocks)
        {
            yield return clocks;
        }

        if (calendar is not null && trigger.IsTime && TriggerForecast.First(trigger, calendar, now) is { } first && UnlistedYears.Notice(calendar, calendar.BusinessDateOf(first)) is { } unlisted)
        {
            yield return unlisted;
        }

        if (trigger.IsTime && NeverDue.Reason(trigger, calendar, now) is { } reason)
        {
            yield return $"The trigger '{trigger.Name}' of the job network '{network.Name}' is never due: {reason}.";
        }
    }

    // Where the two clocks differ, a run may be of another day than the one that its own clock shows.
    private static string? OfTwoClocks(JobTrigger trigger, JobCalendar calendar, DateTimeOffset now)
    {
        TimeZoneInfo times = ScheduleZone.Find(trigger.TimeZone)!, days = calendar.Zone();
        if (Enumerable.Range(0, Weeks).Select(i => now.AddDays(7 * i)).All(instant => times.GetUtcOffset(instant) == days.GetUtcOffset(instant)))
        {
            return null;
        }

        string told = $"The times of the trigger '{trigger.Name}' are those of {trigger.TimeZone}, but its days are counted by the clock of its calendar '{calendar.Name}', {calendar.TimeZone}.";
        string example = !trigger.IsTime || TriggerForecast.First(trigger, calendar, now) is not { } next ? ""
            : string.Format(CultureInfo.InvariantCulture, " Its next run, at {0:yyyy-MM-dd HH:mm} ({1}), has the business date {2:yyyy-MM-dd}.", TimeZoneInfo.ConvertTime(next, times), trigger.TimeZone, calendar.BusinessDateOf(next));
        return $"{told}{example} Give -TimeZone {calendar.TimeZone} where one clock is meant.";
    }
}
