using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using JobMgmt.Runtime.Services;

namespace JobMgmt.Runtime.Calendars;

/// <summary>A Change Calendar: an iCalendar text that is open or closed by default, and the other way round during its events.</summary>
internal sealed class ChangeCalendar
{
    public const string DocumentType = "ChangeCalendar";
    private const string TypeProperty = "X-CALENDAR-TYPE";
    private const int MostOccurrences = 100_000;
    private readonly Ical.Net.Calendar _calendar;

    private ChangeCalendar(Ical.Net.Calendar calendar, bool isOpenByDefault)
    {
        _calendar = calendar;
        IsOpenByDefault = isOpenByDefault;
    }

    public bool IsOpenByDefault { get; }

    /// <summary>Reads a document's content.</summary>
    /// <exception cref="ServiceException">InvalidDocumentContent: it is no Change Calendar.</exception>
    public static ChangeCalendar Parse(string content)
    {
        Ical.Net.Calendar? calendar;
        try
        {
            calendar = Ical.Net.Calendar.Load(content);
        }
        catch (Exception error)
        {
            throw Invalid($"it can't be read: {error.Message}");
        }

        return calendar is null ? throw Invalid("it has no VCALENDAR.")
            : calendar.Events.Any(one => one.Start is null) ? throw Invalid("an event has no DTSTART.")
            : (calendar.Properties[TypeProperty]?.Value as string) switch
            {
                "DEFAULT_OPEN" => new ChangeCalendar(calendar, isOpenByDefault: true),
                "DEFAULT_CLOSED" => new ChangeCalendar(calendar, isOpenByDefault: false),
                _ => throw Invalid($"{TypeProperty} must be DEFAULT_OPEN or DEFAULT_CLOSED."),
            };
    }

    /// <summary>Its events up to an instant, as stretches of time that do not touch, in order.</summary>
    /// <exception cref="ServiceException">UnsupportedCalendarException: it has too many.</exception>
    public IReadOnlyList<Stretch> Events(DateTimeOffset until)
    {
        var stretches = new List<Stretch>();
        foreach (var stretch in _calendar.Events.SelectMany(one => Occurrences(one, until)).Where(one => one.End > one.Start).OrderBy(one => one.Start))
        {
            if (stretches.Count > 0 && stretch.Start <= stretches[^1].End)
            {
                stretches[^1] = stretches[^1] with { End = stretch.End > stretches[^1].End ? stretch.End : stretches[^1].End };
            }
            else
            {
                stretches.Add(stretch);
            }
        }

        return stretches;
    }

    private static IEnumerable<Stretch> Occurrences(CalendarEvent one, DateTimeOffset until)
    {
        var count = 0;
        foreach (var occurrence in one.GetOccurrences())
        {
            var start = Instant(occurrence.Period.StartTime);
            if (start > until)
            {
                yield break;
            }

            if (++count > MostOccurrences)
            {
                throw new ServiceException("UnsupportedCalendarException", $"The event '{one.Summary}' repeats more than {MostOccurrences} times.");
            }

            yield return new Stretch(start, occurrence.Period.EffectiveEndTime is { } end ? Instant(end) : start);
        }
    }

    /// <summary>Times without a zone, and days, are meant in UTC.</summary>
    private static DateTimeOffset Instant(CalDateTime time) => new(DateTime.SpecifyKind(time.TzId is null ? time.Value : time.AsUtc, DateTimeKind.Utc));

    private static ServiceException Invalid(string why) => new("InvalidDocumentContent", $"The content is no Change Calendar: {why}");

    /// <summary>A time from an instant to another.</summary>
    public readonly record struct Stretch(DateTimeOffset Start, DateTimeOffset End);
}
