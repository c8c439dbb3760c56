using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Calendars;
using JobMgmt.Networks.Stack;
using JobMgmt.Schedules.Calendars;
using JobMgmt.Schedules.ICalendar;

namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>The calendars of a stack: a parameter each, and of some a Change Calendar that says the same.</summary>
internal sealed class JobCalendarDirectory(JobMgmtSession session, RunJobStackNames names)
{
    /// <summary>The names of all calendars, in order.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new List<string>();
        string? next = null;
        do
        {
            GetParametersByPathResponse page = await session.Ssm.GetParametersByPathAsync(
                new GetParametersByPathRequest { Path = names.CalendarPath, NextToken = next }, cancellationToken).ConfigureAwait(false);
            found.AddRange((page.Parameters ?? []).Select(parameter => parameter.Name.Substring(names.CalendarPath.Length + 1)));
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
        return found.OrderBy(name => name, StringComparer.OrdinalIgnoreCase).ToArray();
    }

    /// <summary>A calendar; null where there is none.</summary>
    /// <exception cref="CalendarException">What is kept under its name is none.</exception>
    public async Task<StoredJobCalendar?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            Parameter parameter = (await session.Ssm.GetParameterAsync(new GetParameterRequest { Name = names.CalendarParameter(name) }, cancellationToken).ConfigureAwait(false)).Parameter;
            return Read(name, parameter.Value, parameter.Version, parameter.LastModifiedDate, null);
        }
        catch (ParameterNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A calendar.</summary>
    /// <exception cref="CmdletFailure">There is none.</exception>
    public async Task<StoredJobCalendar> ReadAsync(string name, CancellationToken cancellationToken) =>
        await FindAsync(name, cancellationToken).ConfigureAwait(false) ?? throw new CmdletFailure(JobCalendarErrors.CalendarNotFound(name));

    /// <summary>All versions of a calendar that are kept, the newest first.</summary>
    public async Task<IReadOnlyList<JobCalendarVersion>> ReadHistoryAsync(string name, CancellationToken cancellationToken) =>
        (await new CalendarParameter(session, names, name, overwrites: true).ReadHistoryAsync(cancellationToken).ConfigureAwait(false))
            .Select(version => new JobCalendarVersion(Read(name, version.Value, version.Version, version.LastModifiedDate, version.LastModifiedUser))).Reverse().ToArray();

    /// <summary>Writes a calendar. What others have changed since it was read is kept, too.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="storage">As what it is kept.</param>
    /// <param name="before">The calendar that was read and changed; null: it is made anew.</param>
    /// <param name="overwrites">Whether what is made anew may replace another one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="CmdletFailure">It is too large, it is made anew and there is one, or others change it again and again.</exception>
    public async Task<StoredJobCalendar> WriteAsync(JobCalendar calendar, JobCalendarStorage storage, StoredJobCalendar? before, bool overwrites, CancellationToken cancellationToken)
    {
        KeyValuePair<long, StoredCalendar> kept = await CalendarWriter.WriteAsync(
            new CalendarParameter(session, names, calendar.Name, overwrites || before is not null),
            new StoredCalendar(calendar, storage == JobCalendarStorage.Parameter ? null : storage.ToString(), before?.Version),
            cancellationToken).ConfigureAwait(false) ?? throw new CmdletFailure(JobCalendarErrors.CalendarBusy(calendar.Name));
        StoredJobCalendar stored = Read(calendar.Name, kept.Value.Write(), kept.Key, TimeProvider.System.GetUtcNow().UtcDateTime, null);
        while (true)
        {
            await WriteDocumentAsync(stored, cancellationToken).ConfigureAwait(false);
            if (await FindAsync(calendar.Name, cancellationToken).ConfigureAwait(false) is not { } newest || newest.Version <= stored.Version)
            {
                return stored;
            }

            stored = newest; // whose document may have been written before this one
        }
    }

    /// <summary>Deletes a calendar.</summary>
    public async Task RemoveAsync(StoredJobCalendar calendar, CancellationToken cancellationToken)
    {
        await RemoveDocumentAsync(calendar.Name, cancellationToken).ConfigureAwait(false);
        await session.Ssm.DeleteParameterAsync(new DeleteParameterRequest { Name = names.CalendarParameter(calendar.Name) }, cancellationToken).ConfigureAwait(false);
    }

    private async Task WriteDocumentAsync(StoredJobCalendar stored, CancellationToken cancellationToken)
    {
        if (stored.As != JobCalendarStorage.ChangeCalendar)
        {
            await RemoveDocumentAsync(stored.Name, cancellationToken).ConfigureAwait(false);
            return;
        }

        // The year before is told for what moved over New Year's alone; a Change Calendar is asked about now.
        JobCalendar calendar = stored.Calendar();
        string document = names.CalendarDocument(calendar.Name), content = ChangeCalendarWriter.Write(calendar, calendar.FirstDate.AddYears(1), stored.Version);
        try
        {
            UpdateDocumentResponse updated = await session.Ssm.UpdateDocumentAsync(
                new UpdateDocumentRequest { Name = document, Content = content, DocumentFormat = DocumentFormat.TEXT, DocumentVersion = "$LATEST" }, cancellationToken).ConfigureAwait(false);
            await session.Ssm.UpdateDocumentDefaultVersionAsync(
                new UpdateDocumentDefaultVersionRequest { Name = document, DocumentVersion = updated.DocumentDescription.DocumentVersion }, cancellationToken).ConfigureAwait(false);
        }
        catch (DuplicateDocumentContentException)
        {
            // Somebody who has changed the calendar at the same time has written it.
        }
        catch (InvalidDocumentException)
        {
            await CreateDocumentAsync(stored, document, content, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CreateDocumentAsync(StoredJobCalendar stored, string document, string content, CancellationToken cancellationToken)
    {
        try
        {
            await session.Ssm.CreateDocumentAsync(
                new CreateDocumentRequest { Name = document, Content = content, DocumentFormat = DocumentFormat.TEXT, DocumentType = DocumentType.ChangeCalendar },
                cancellationToken).ConfigureAwait(false);
        }
        catch (DocumentAlreadyExistsException)
        {
            await WriteDocumentAsync(stored, cancellationToken).ConfigureAwait(false); // made in between
        }
    }

    private async Task RemoveDocumentAsync(string calendar, CancellationToken cancellationToken)
    {
        try
        {
            await session.Ssm.DeleteDocumentAsync(new DeleteDocumentRequest { Name = names.CalendarDocument(calendar) }, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDocumentException)
        {
            // It was kept as a parameter alone.
        }
    }

    private static StoredJobCalendar Read(string name, string text, long? version, DateTime? modified, string? by)
    {
        var stored = StoredCalendar.Read(text, name);
        return new StoredJobCalendar(stored.Calendar)
        {
            As = stored.As == nameof(JobCalendarStorage.ChangeCalendar) ? JobCalendarStorage.ChangeCalendar : JobCalendarStorage.Parameter,
            Version = version ?? 0,
            LastModifiedDate = modified?.ToLocalTime(),
            LastModifiedUser = by,
        };
    }
}
