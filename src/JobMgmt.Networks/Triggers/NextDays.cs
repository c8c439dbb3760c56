using System.Globalization;
using JobMgmt.Schedules;

namespace JobMgmt.Networks.Triggers;

/// <summary>The days after those of a cron: what is due before midnight may have to be looked at behind it.</summary>
internal static class NextDays
{
    private const int DaysOfAWeek = 7;

    // A Sunday, from which on days of the week are found. Two years are enough for every day of the month and of the week to be there.
    private static readonly DateTimeOffset _sunday = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _later = _sunday.AddDays(2 * 366);

    /// <summary>A cron whose days are those; null where a cron can't say them: after days of the month, or in some months or years alone.</summary>
    public static string? Of(ScheduleExpression cron)
    {
        var due = new HashSet<DateTime>();
        for (var time = cron.Next(_sunday.AddTicks(-1), TimeZoneInfo.Utc, _sunday); time is { } at && at < _later; time = cron.Next(at.Date.AddDays(1).AddTicks(-1), TimeZoneInfo.Utc, _sunday))
        {
            due.Add(at.UtcDateTime.Date);
        }

        var days = due.Select(day => day.DayOfWeek).Distinct().OrderBy(day => day).ToArray();
        var all = Enumerable.Range(0, (int)(_later - _sunday).TotalDays).Select(n => _sunday.UtcDateTime.Date.AddDays(n)).Count(day => days.Contains(day.DayOfWeek));
        return days.Length == 0 || due.Count != all ? null
            : days.Length == DaysOfAWeek ? "cron(0 0 * * ? *)"
            : $"cron(0 0 ? * {string.Join(",", days.Select(day => (((int)day + 1) % DaysOfAWeek) + 1).OrderBy(number => number).Select(number => number.ToString(CultureInfo.InvariantCulture)))} *)";
    }
}
