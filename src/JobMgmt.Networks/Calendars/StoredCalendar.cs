using JobMgmt.Schedules.Calendars;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Calendars;

/// <summary>
/// A version of a calendar as its parameter keeps it. SSM has no write that fails where somebody else was faster, so each version says which one its writer had read: what was overwritten unread is
/// found by that, and done again (<see cref="CalendarVersions"/>).
/// </summary>
/// <param name="Calendar">The calendar.</param>
/// <param name="As">As what else it is kept; null: as the parameter alone.</param>
/// <param name="ReadVersion">The version that its writer had read; null where it was made anew, over whatever there was.</param>
/// <param name="IsMerge">Whether it changes nothing of its own, and only puts together what others have changed at once.</param>
public sealed record StoredCalendar(JobCalendar Calendar, string? As, long? ReadVersion = null, bool IsMerge = false)
{
    private const string AsMember = "As";
    private const string ReadMember = "ReadVersion";
    private const string MergeMember = "Merge";

    /// <summary>The stored form.</summary>
    /// <exception cref="CalendarException">The calendar can't be used.</exception>
    public string Write()
    {
        var stored = CalendarJson.Write(Calendar);
        stored = As is null ? stored : stored.With(AsMember, new JsonString(As));
        stored = ReadVersion is { } read ? stored.With(ReadMember, read) : stored;
        return (IsMerge ? stored.With(MergeMember, true) : stored).ToString();
    }

    /// <summary>The version of a stored form.</summary>
    /// <exception cref="CalendarException">It is none.</exception>
    public static StoredCalendar Read(string text, string name)
    {
        var calendar = CalendarJson.Read(text, name);
        var stored = (JsonObject)JsonValue.Parse(text);
        return new StoredCalendar(
            calendar, (stored[AsMember] as JsonString)?.Value, stored[ReadMember] is JsonNumber read ? (long)read.ToDouble() : null, stored[MergeMember] is JsonBoolean { Value: true });
    }

    /// <summary>Whether two versions say the same, whoever wrote them.</summary>
    internal bool SaysTheSame(StoredCalendar other) => Plain().Write() == other.Plain().Write();

    /// <summary>This one with what changed between two others changed too.</summary>
    internal StoredCalendar Redo(StoredCalendar from, StoredCalendar to)
    {
        var (before, after) = (from.Calendar, to.Calendar);
        var dates = Calendar.Dates.ToDictionary(entry => entry.Date);
        foreach (var date in before.Dates.Concat(after.Dates).Select(entry => entry.Date).Distinct())
        {
            if (Equals(before.Listed(date), after.Listed(date)))
            {
                continue;
            }

            dates.Remove(date);
            if (after.Listed(date) is { } entry)
            {
                dates.Add(date, entry);
            }
        }

        return new StoredCalendar(
            Calendar with
            {
                TimeZone = before.TimeZone == after.TimeZone ? Calendar.TimeZone : after.TimeZone,
                DayStart = before.DayStart == after.DayStart ? Calendar.DayStart : after.DayStart,
                Description = before.Description == after.Description ? Calendar.Description : after.Description,
                OpenWeekdays = before.OpenWeekdays.OrderBy(day => day).SequenceEqual(after.OpenWeekdays.OrderBy(day => day)) ? Calendar.OpenWeekdays : after.OpenWeekdays,
                ListedUntil = before.ListedUntil == after.ListedUntil ? Calendar.ListedUntil : after.ListedUntil,
                FirstYear = after.FirstYear,
                LastYear = after.LastYear,
                Dates = dates.Values.ToArray(),
            },
            from.As == to.As ? As : to.As);
    }

    private StoredCalendar Plain() => this with { ReadVersion = null, IsMerge = false };
}
