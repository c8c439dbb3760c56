using System.Text;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Calendars;
using JobMgmt.Networks.Stack;
using JobMgmt.Schedules.Calendars;
using JobMgmt.Schedules.ICalendar;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>The calendars of a stack: a parameter each, and of some a Change Calendar that says the same.</summary>
internal sealed class JobCalendarDirectory(JobMgmtSession session, RunJobStackNames names)
{
    private const int MaxParameter = 8192; // bytes, of the Advanced tier
    private const string AsMember = "As";

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
    public async Task<IReadOnlyList<JobCalendarVersion>> ReadHistoryAsync(string name, CancellationToken cancellationToken)
    {
        var versions = new List<JobCalendarVersion>();
        string? next = null;
        do
        {
            GetParameterHistoryResponse page;
            try
            {
                page = await session.Ssm.GetParameterHistoryAsync(
                    new GetParameterHistoryRequest { Name = names.CalendarParameter(name), NextToken = next }, cancellationToken).ConfigureAwait(false);
            }
            catch (ParameterNotFoundException)
            {
                throw new CmdletFailure(JobCalendarErrors.CalendarNotFound(name));
            }

            versions.AddRange((page.Parameters ?? []).Select(version => new JobCalendarVersion(Read(name, version.Value, version.Version, version.LastModifiedDate, version.LastModifiedUser))));
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
        return versions.OrderByDescending(version => version.Version).ToArray();
    }

    /// <summary>Writes a calendar, a new one or over an old one.</summary>
    /// <exception cref="CmdletFailure">It is too large.</exception>
    public async Task<StoredJobCalendar> WriteAsync(JobCalendar calendar, JobCalendarStorage storage, CancellationToken cancellationToken)
    {
        JsonObject stored = CalendarJson.Write(calendar);
        string text = (storage == JobCalendarStorage.Parameter ? stored : stored.With(AsMember, new JsonString(storage.ToString()))).ToString();
        int size = Encoding.UTF8.GetByteCount(text);
        if (size > MaxParameter)
        {
            throw new CmdletFailure(JobCalendarErrors.CalendarTooLarge(calendar.Name, size, MaxParameter));
        }

        PutParameterResponse put = await session.Ssm.PutParameterAsync(
            new PutParameterRequest
            {
                Name = names.CalendarParameter(calendar.Name),
                Value = text,
                Type = ParameterType.String,
                Tier = ParameterTier.IntelligentTiering, // Standard up to 4 KB
                Overwrite = true,
                Description = calendar.Description ?? "",
            },
            cancellationToken).ConfigureAwait(false);
        long version = put.Version ?? 0;
        if (storage == JobCalendarStorage.ChangeCalendar)
        {
            // The year before is told for what moved over New Year's alone; a Change Calendar is asked about now.
            string content = ChangeCalendarWriter.Write(calendar, calendar.FirstDate.AddYears(1), version);
            await WriteDocumentAsync(names.CalendarDocument(calendar.Name), content, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await RemoveDocumentAsync(calendar.Name, cancellationToken).ConfigureAwait(false);
        }

        return Read(calendar.Name, text, version, TimeProvider.System.GetUtcNow().UtcDateTime, null);
    }

    /// <summary>Deletes a calendar.</summary>
    public async Task RemoveAsync(StoredJobCalendar calendar, CancellationToken cancellationToken)
    {
        await RemoveDocumentAsync(calendar.Name, cancellationToken).ConfigureAwait(false);
        await session.Ssm.DeleteParameterAsync(new DeleteParameterRequest { Name = names.CalendarParameter(calendar.Name) }, cancellationToken).ConfigureAwait(false);
    }

    private async Task WriteDocumentAsync(string document, string content, CancellationToken cancellationToken)
    {
        try
        {
            UpdateDocumentResponse updated = await session.Ssm.UpdateDocumentAsync(
                new UpdateDocumentRequest { Name = document, Content = content, DocumentFormat = DocumentFormat.TEXT, DocumentVersion = "$LATEST" }, cancellationToken).ConfigureAwait(false);
            await session.Ssm.UpdateDocumentDefaultVersionAsync(
                new UpdateDocumentDefaultVersionRequest { Name = document, DocumentVersion = updated.DocumentDescription.DocumentVersion }, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDocumentException)
        {
            await session.Ssm.CreateDocumentAsync(
                new CreateDocumentRequest { Name = document, Content = content, DocumentFormat = DocumentFormat.TEXT, DocumentType = DocumentType.ChangeCalendar },
                cancellationToken).ConfigureAwait(false);
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

    private static StoredJobCalendar Read(string name, string text, long? version, DateTime? modified, string? by) => new(CalendarJson.Read(text, name))
    {
        As = JsonValue.TryParse(text, out JsonValue json) && json is JsonObject stored && stored[AsMember] is JsonString { Value: nameof(JobCalendarStorage.ChangeCalendar) }
            ? JobCalendarStorage.ChangeCalendar : JobCalendarStorage.Parameter,
        Version = version ?? 0,
        LastModifiedDate = modified?.ToLocalTime(),
        LastModifiedUser = by,
    };
}
