using System.Globalization;
using JobMgmt.Schedules.Calendars;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Calendars;

/// <summary>
/// A calendar as it is stored: what it was made of, so that it reads back, and what <see cref="GateExpression"/> decides by, worked out: each day of its years as <c>O</c> or <c>C</c>, and its zone's offsets.
/// </summary>
public static class CalendarJson
{
    private const string Day = "yyyy-MM-dd";
    private const string Time = @"hh\:mm";

    /// <summary>The stored form.</summary>
    /// <exception cref="CalendarException">The calendar can't be used.</exception>
    public static JsonObject Write(JobCalendar calendar)
    {
        calendar.Check();
        var years = Enumerable.Range(calendar.FirstYear, calendar.LastYear - calendar.FirstYear + 1);
        // by a zone's clock a year begins up to 14 hours before or after its beginning in UTC
        var from = new DateTime(calendar.FirstYear, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(-2);
        var to = new DateTime(calendar.LastYear, 12, 31, 0, 0, 0, DateTimeKind.Utc).AddDays(3);
        return JsonObject.Of(
            ("Name", calendar.Name),
            ("Description", calendar.Description),
            ("TimeZone", calendar.TimeZone),
            ("DayStart", calendar.DayStart.ToString(Time, CultureInfo.InvariantCulture)),
            ("OpenWeekdays", new JsonArray(calendar.OpenWeekdays.OrderBy(day => day).Select(day => (JsonValue)new JsonString(JobCalendar.WeekdayName(day))))),
            ("Closed", Listed(calendar, isOpen: false)),
            ("Opened", Listed(calendar, isOpen: true)),
            ("ListedUntil", calendar.ListedUntil?.ToString(Day, CultureInfo.InvariantCulture)),
            ("Offsets", Object(ZoneOffsets.Of(calendar.Zone(), from, to)
                .Select(change => (change.From.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), (JsonValue)change.Minutes)))),
            ("Days", Object(years.Select(year => (year.ToString(CultureInfo.InvariantCulture), (JsonValue)new JsonString(Days(calendar, year)))))));
    }

    /// <summary>The calendar of a stored form.</summary>
    /// <exception cref="CalendarException">It is none.</exception>
    public static JobCalendar Read(string text, string name)
    {
        try
        {
            return Read((JsonObject)JsonValue.Parse(text)).Check();
        }
        catch (Exception error) when (error is JsonSyntaxException or InvalidCastException or ArgumentException or NullReferenceException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new CalendarException(name, $"The calendar '{name}' is stored in a form that is not understood: somebody may have changed it by hand. Make it anew: New-JobCalendar {name} -Force.");
        }
    }

    private static JobCalendar Read(JsonObject stored)
    {
        var years = ((JsonObject)(stored["Days"] ?? JsonObject.Empty)).Select(member => int.Parse(member.Key, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        return new JobCalendar
        {
            Name = Text(stored["Name"]),
            Description = (stored["Description"] as JsonString)?.Value,
            TimeZone = Text(stored["TimeZone"]),
            DayStart = TimeSpan.ParseExact(Text(stored["DayStart"]), Time, CultureInfo.InvariantCulture),
            OpenWeekdays = ((JsonArray)(stored["OpenWeekdays"] ?? JsonArray.Empty)).Select(day => Weekday(Text(day))).ToArray(),
            Dates = Dates(stored["Closed"], isOpen: false).Concat(Dates(stored["Opened"], isOpen: true)).ToArray(),
            ListedUntil = stored["ListedUntil"] is { } until ? DateTime.ParseExact(Text(until), Day, CultureInfo.InvariantCulture) : null,
            FirstYear = years.Min(),
            LastYear = years.Max(),
        };
    }

    private static IEnumerable<CalendarDate> Dates(JsonValue? stored, bool isOpen) => (stored as JsonObject ?? JsonObject.Empty)
        .Select(member => new CalendarDate(DateTime.ParseExact(member.Key, Day, CultureInfo.InvariantCulture), isOpen, Text(member.Value)));

    private static DayOfWeek Weekday(string name) => ((DayOfWeek[])Enum.GetValues(typeof(DayOfWeek))).Single(day => JobCalendar.WeekdayName(day) == name);

    private static string Text(JsonValue? value) => ((JsonString)value!).Value;

    private static JsonObject? Listed(JobCalendar calendar, bool isOpen)
    {
        var dates = calendar.Dates.Where(entry => entry.IsOpen == isOpen).ToArray();
        return dates.Length == 0 ? null : Object(dates.Select(entry => (entry.Date.ToString(Day, CultureInfo.InvariantCulture), (JsonValue)new JsonString(entry.Reason))));
    }

    private static string Days(JobCalendar calendar, int year)
    {
        var first = new DateTime(year, 1, 1);
        return new string(Enumerable.Range(0, (first.AddYears(1) - first).Days).Select(i => calendar.IsOpen(first.AddDays(i)) ? 'O' : 'C').ToArray());
    }

    private static JsonObject Object(IEnumerable<(string Name, JsonValue Value)> members) => new(members.Select(member => new KeyValuePair<string, JsonValue>(member.Name, member.Value)));
}
