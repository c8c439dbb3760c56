using System.Text;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Calendars;
using JobMgmt.Networks.Stack;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>The parameter of one calendar.</summary>
/// <param name="session">The target.</param>
/// <param name="names">The stack.</param>
/// <param name="calendar">The calendar's name.</param>
/// <param name="overwrites">Whether there may be one already.</param>
internal sealed class CalendarParameter(JobMgmtSession session, RunJobStackNames names, string calendar, bool overwrites) : ICalendarStore
{
    private const int MaxParameter = 8192; // bytes, of the Advanced tier

    /// <inheritdoc/>
    /// <exception cref="CmdletFailure">It is too large, or there is one already.</exception>
    public async Task<long> PutAsync(StoredCalendar version, CancellationToken cancellationToken)
    {
        string text = version.Write();
        int size = Encoding.UTF8.GetByteCount(text);
        if (size > MaxParameter)
        {
            throw new CmdletFailure(JobCalendarErrors.CalendarTooLarge(calendar, size, MaxParameter));
        }

        try
        {
            PutParameterResponse put = await session.Ssm.PutParameterAsync(
                new PutParameterRequest
                {
                    Name = names.CalendarParameter(calendar),
                    Value = text,
                    Type = ParameterType.String,
                    Tier = ParameterTier.IntelligentTiering, // Standard up to 4 KB
                    Overwrite = overwrites,
                    Description = version.Calendar.Description ?? "",
                },
                cancellationToken).ConfigureAwait(false);
            return put.Version ?? 0;
        }
        catch (ParameterAlreadyExistsException)
        {
            throw new CmdletFailure(JobCalendarErrors.CalendarExists(calendar)); // somebody was faster
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeyValuePair<long, StoredCalendar>>> ReadVersionsAsync(CancellationToken cancellationToken)
    {
        var found = new List<KeyValuePair<long, StoredCalendar>>();
        foreach (ParameterHistory version in await ReadHistoryAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                found.Add(new KeyValuePair<long, StoredCalendar>(version.Version ?? 0, StoredCalendar.Read(version.Value, calendar)));
            }
            catch (CalendarException)
            {
                // Somebody has written it by hand.
            }
        }

        return found;
    }

    /// <summary>The versions that are kept, ascending.</summary>
    /// <exception cref="CmdletFailure">There is no such calendar.</exception>
    public async Task<IReadOnlyList<ParameterHistory>> ReadHistoryAsync(CancellationToken cancellationToken)
    {
        var versions = new List<ParameterHistory>();
        string? next = null;
        do
        {
            GetParameterHistoryResponse page;
            try
            {
                page = await session.Ssm.GetParameterHistoryAsync(
                    new GetParameterHistoryRequest { Name = names.CalendarParameter(calendar), NextToken = next }, cancellationToken).ConfigureAwait(false);
            }
            catch (ParameterNotFoundException)
            {
                throw new CmdletFailure(JobCalendarErrors.CalendarNotFound(calendar));
            }

            versions.AddRange(page.Parameters ?? []);
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
        return versions.OrderBy(version => version.Version).ToArray();
    }
}
