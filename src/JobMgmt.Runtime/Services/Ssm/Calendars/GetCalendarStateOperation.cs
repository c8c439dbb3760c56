using System.Globalization;
using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Calendars;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Calendars;

/// <summary>GetCalendarState: whether all of the Change Calendars are open at a time, by their default versions.</summary>
internal sealed class GetCalendarStateOperation(Database database, DocumentLibrary library, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var names = request.Texts("CalendarNames");
        if (names.Count == 0)
        {
            throw new ServiceException("ValidationException", "CalendarNames has no calendar. Name one or more.");
        }

        var at = request.Text("AtTime") is { } text ? Instant(text) : time.GetUtcNow();
        var calendars = database.Read(connection => names.Select(name => Find(connection, name)).ToArray());
        var state = ChangeCalendarState.At(calendars, at);
        return Task.FromResult(JsonObject.Of(
            ("State", state.IsOpen ? "OPEN" : "CLOSED"),
            ("AtTime", Text(at)),
            ("NextTransitionTime", state.NextTransition is { } next ? Text(next) : null)));
    }

    private ChangeCalendar Find(StoreConnection connection, string name)
    {
        var (document, version) = library.Get(connection, name, null);
        return document.Type == ChangeCalendar.DocumentType
            ? ChangeCalendar.Parse(version.Content)
            : throw new ServiceException("InvalidDocumentType", $"Document {document.Name} is a {document.Type} document, not a ChangeCalendar document.");
    }

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : throw new ServiceException("ValidationException", $"AtTime '{text}' is no time in ISO 8601, such as 2026-11-28T21:00:00Z.");

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
