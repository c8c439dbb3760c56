using JobMgmt.Aws.Scheduler;
using JobMgmt.Aws.Scheduler.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobCalendars;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>The triggers that are times: schedules in the stack's group, each of which says what trigger it is of.</summary>
internal sealed class TriggerScheduleDirectory(JobMgmtSession session, RunJobStackNames names)
{
    /// <summary>The triggers of networks; of all where no network is named.</summary>
    public async Task<IReadOnlyList<DeployedJobTrigger>> ListAsync(IReadOnlyCollection<string>? networks, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (string lead in networks?.Select(TriggerSchedules.Lead).Distinct(StringComparer.Ordinal) ?? [""])
        {
            found.AddRange(await NamesAsync(lead, cancellationToken).ConfigureAwait(false));
        }

        var read = new List<(string Network, JobTrigger Trigger, GetScheduleResponse Schedule)>();
        foreach (GetScheduleResponse schedule in await ReadAsync(found, cancellationToken).ConfigureAwait(false))
        {
            if (TriggerSchedules.TryRead(schedule.Target?.Input, out string network, out JobTrigger trigger) && trigger.IsTime && (networks is null || networks.Contains(network, StringComparer.Ordinal)))
            {
                read.Add((network, trigger, schedule));
            }
        }

        IReadOnlyDictionary<string, JobCalendar?> calendars = await CalendarsAsync(read.Select(one => one.Trigger), cancellationToken).ConfigureAwait(false);
        return read.GroupBy(one => (one.Network, one.Trigger.Name)).Select(group => Describe(group.Key.Network, [.. group.Select(one => (one.Trigger, one.Schedule))], calendars)).ToArray();
    }

    /// <summary>Brings the schedules of a trigger to what it says. Doing it again mends what was interrupted.</summary>
    public async Task PutAsync(string network, JobTrigger trigger, CancellationToken cancellationToken)
    {
        IReadOnlyList<TriggerSchedule> wanted = TriggerSchedules.Of(network, trigger, TimeProvider.System.GetUtcNow());
        IReadOnlyList<string> there = await NamesAsync(TriggerSchedules.Lead(network, trigger.Name), cancellationToken).ConfigureAwait(false);
        foreach (TriggerSchedule schedule in wanted)
        {
            await PutAsync(schedule, trigger, there.Contains(schedule.Name), cancellationToken).ConfigureAwait(false);
        }

        foreach (string left in there.Except(wanted.Select(schedule => schedule.Name)))
        {
            await DeleteAsync(left, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Removes the schedules of a trigger, where there are any.</summary>
    public async Task RemoveAsync(string network, string trigger, CancellationToken cancellationToken)
    {
        foreach (string schedule in await NamesAsync(TriggerSchedules.Lead(network, trigger), cancellationToken).ConfigureAwait(false))
        {
            await DeleteAsync(schedule, cancellationToken).ConfigureAwait(false);
        }
    }

    // A trigger outlives its calendar only where that was removed by force: then it can't be told when it is due.
    private async Task<IReadOnlyDictionary<string, JobCalendar?>> CalendarsAsync(IEnumerable<JobTrigger> triggers, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, JobCalendar?>(StringComparer.Ordinal);
        foreach (string name in triggers.Select(trigger => trigger.Calendar).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            found[name] = (await new JobCalendarDirectory(session, names).FindAsync(name, cancellationToken).ConfigureAwait(false))?.Calendar();
        }

        return found;
    }

    private async Task PutAsync(TriggerSchedule schedule, JobTrigger trigger, bool exists, CancellationToken cancellationToken)
    {
        var window = new FlexibleTimeWindow
        {
            Mode = schedule.FlexibleMinutes is null ? FlexibleTimeWindowMode.OFF : FlexibleTimeWindowMode.FLEXIBLE,
            MaximumWindowInMinutes = schedule.FlexibleMinutes,
        };
        var target = new Target
        {
            Arn = names.StartNetworkArn,
            RoleArn = names.RoleArn(names.TriggerRole),
            Input = schedule.Input.ToString(),
            RetryPolicy = trigger.RetryAttempts is null && trigger.RetryAge is null ? null : new RetryPolicy { MaximumRetryAttempts = trigger.RetryAttempts, MaximumEventAgeInSeconds = trigger.RetryAge },
            DeadLetterConfig = trigger.DeadLetterQueue is null ? null : new DeadLetterConfig { Arn = trigger.DeadLetterQueue },
        };
        ScheduleState state = trigger.Disabled ? ScheduleState.DISABLED : ScheduleState.ENABLED;
        try
        {
            if (exists)
            {
                await session.Scheduler.UpdateScheduleAsync(
                    new UpdateScheduleRequest
                    {
                        Name = schedule.Name, GroupName = names.ScheduleGroup, ScheduleExpression = schedule.Expression, ScheduleExpressionTimezone = schedule.TimeZone, FlexibleTimeWindow = window, Target = target,
                        State = state, StartDate = schedule.StartDate?.UtcDateTime, EndDate = schedule.EndDate?.UtcDateTime, Description = trigger.Description,
                    },
                    cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await session.Scheduler.CreateScheduleAsync(
                    new CreateScheduleRequest
                    {
                        Name = schedule.Name, GroupName = names.ScheduleGroup, ScheduleExpression = schedule.Expression, ScheduleExpressionTimezone = schedule.TimeZone, FlexibleTimeWindow = window, Target = target,
                        State = state, StartDate = schedule.StartDate?.UtcDateTime, EndDate = schedule.EndDate?.UtcDateTime, Description = trigger.Description,
                    },
                    cancellationToken).ConfigureAwait(false);
            }
        }
        catch (ResourceNotFoundException)
        {
            throw new CmdletFailure(TriggerErrors.NoGroup(names));
        }
    }

    private async Task DeleteAsync(string schedule, CancellationToken cancellationToken)
    {
        try
        {
            await session.Scheduler.DeleteScheduleAsync(new DeleteScheduleRequest { Name = schedule, GroupName = names.ScheduleGroup }, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            // Somebody else was first.
        }
    }

    private async Task<IReadOnlyList<string>> NamesAsync(string lead, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        try
        {
            await ListAsync().ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            // The stack was published by an earlier version: without a group there are no triggers.
        }

        return found;

        async Task ListAsync()
        {
            await foreach (ScheduleSummary schedule in session.Scheduler.Paginators.ListSchedules(new ListSchedulesRequest { GroupName = names.ScheduleGroup, NamePrefix = lead.Length == 0 ? null : lead, MaxResults = 100 })
                .Schedules.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                found.Add(schedule.Name!);
            }
        }
    }

    private async Task<IReadOnlyList<GetScheduleResponse>> ReadAsync(IReadOnlyList<string> schedules, CancellationToken cancellationToken) =>
        (await OrderedReads.ReadAsync(schedules, async name =>
        {
            try
            {
                return await session.Scheduler.GetScheduleAsync(new GetScheduleRequest { Name = name, GroupName = names.ScheduleGroup }, cancellationToken).ConfigureAwait(false);
            }
            catch (ResourceNotFoundException)
            {
                return null;
            }
        }).ConfigureAwait(false)).OfType<GetScheduleResponse>().ToArray();

    private static DeployedJobTrigger Describe(string network, (JobTrigger Trigger, GetScheduleResponse Schedule)[] parts, IReadOnlyDictionary<string, JobCalendar?> calendars)
    {
        // The newest is what the trigger was set to last, should an update have been interrupted.
        JobTrigger trigger = parts.OrderByDescending(part => part.Schedule.LastModificationDate).First().Trigger;
        JobCalendar? calendar = trigger.Calendar is null ? null : calendars[trigger.Calendar];
        bool enabled = parts.All(part => part.Schedule.State == ScheduleState.ENABLED);
        HashSet<DateTimeOffset> mends = [.. parts.Select(part => TriggerSchedules.MendOf(trigger, part.Schedule.ScheduleExpression ?? "")).OfType<DateTimeOffset>()];
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        DateTime made = parts.Min(part => part.Schedule.CreationDate ?? default).ToUniversalTime();
        return new DeployedJobTrigger
        {
            NetworkName = network,
            Name = trigger.Name,
            Schedule = (trigger.Cron ?? trigger.Rate ?? trigger.At ?? "") + Days(trigger),
            TimeZone = trigger.TimeZone,
            Enabled = enabled,
            NextDueTime = enabled && (trigger.Calendar is null || calendar is not null) ? TriggerForecast.Next(trigger, calendar, made, TimeProvider.System.GetUtcNow())?.LocalDateTime : null,
            Tag = trigger.Tag,
            Parameter = trigger.Parameter,
            Description = trigger.Description,
            Definition = trigger with { Disabled = !enabled },
            CreationTime = made.ToLocalTime(),
            Mends = mends,
            Note = TriggerSchedules.FirstUnmended(trigger, mends, now, now.AddYears(1)) is not { } unmended ? null
                : $"Daylight saving is not mended from {ViewText.Time(unmended.LocalDateTime, "yyyy-MM-dd")} on: Set-JobNetworkTrigger '{network}' -Name '{trigger.Name}' renews it.",
            ScheduleName = parts.Select(part => part.Schedule.Name!).OrderBy(name => name, StringComparer.Ordinal).ToArray(),
        };
    }

    private static string Days(JobTrigger trigger) => trigger.Calendar is null ? ""
        : trigger.BusinessDay is { } numbers ? $", business day {string.Join(",", numbers)} of {trigger.Calendar}"
        : $", {trigger.Calendar}{(trigger.Shift == CalendarShift.None ? "" : $" ({trigger.Shift})")}";
}
