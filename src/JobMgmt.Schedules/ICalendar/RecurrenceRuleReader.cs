using System.Globalization;

namespace JobMgmt.Schedules.ICalendar;

/// <summary>Reads RRULE, for events of whole days.</summary>
internal sealed class RecurrenceRuleReader(ContentLine line)
{
    private static readonly string[] Weekdays = { "SU", "MO", "TU", "WE", "TH", "FR", "SA" };

    /// <exception cref="ICalendarException">It is none that an event of whole days can have.</exception>
    public RecurrenceRule Read()
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in line.Value.Trim().Split(new[] { ';' }, StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=');
            parts[equals < 0 ? part : part.Substring(0, equals)] = equals < 0 ? "" : part.Substring(equals + 1).Trim().ToUpperInvariant();
        }

        var frequency = Take(parts, "FREQ") ?? "";
        if (frequency is not ("DAILY" or "WEEKLY" or "MONTHLY" or "YEARLY"))
        {
            throw line.Fault($"FREQ={frequency} does not repeat an event of whole days.", "Write FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.");
        }

        var rule = new RecurrenceRule
        {
            Frequency = frequency,
            Interval = Take(parts, "INTERVAL") is { } interval ? Number("INTERVAL", interval, 1, 10_000) : 1,
            Count = Take(parts, "COUNT") is { } count ? Number("COUNT", count, 1, int.MaxValue) : null,
            Until = Take(parts, "UNTIL") is { } until ? ICalendarDay.Parse(line, until) : null,
            WeekStart = Take(parts, "WKST") is { } start ? Weekday("WKST", start) : DayOfWeek.Monday,
            Months = Numbers("BYMONTH", Take(parts, "BYMONTH"), 1, 12),
            DaysOfMonth = Signed("BYMONTHDAY", Take(parts, "BYMONTHDAY"), 31),
            DaysOfYear = Signed("BYYEARDAY", Take(parts, "BYYEARDAY"), 366),
            Positions = Signed("BYSETPOS", Take(parts, "BYSETPOS"), 366),
            Weekdays = (Take(parts, "BYDAY") ?? "").Split(new[] { ',' }, StringSplitOptions.RemoveEmptyEntries).Select(ReadDay).ToArray(),
        };
        var isNumbered = rule.Weekdays.Any(day => day.Nth != 0);
        return parts.Count > 0 ? throw line.Fault($"{parts.Keys.First()} is not understood.", "Name the days with BYMONTH, BYMONTHDAY, BYYEARDAY, BYDAY and BYSETPOS, or list them with RDATE.")
            : isNumbered && frequency is "DAILY" or "WEEKLY" ? throw line.Fault($"BYDAY has numbers, which FREQ={frequency} does not take.", "Write FREQ=MONTHLY or YEARLY, or the weekdays without numbers.")
            : rule.DaysOfYear.Count > 0 && frequency != "YEARLY" ? throw line.Fault($"BYYEARDAY does not go with FREQ={frequency}.", "Write FREQ=YEARLY.")
            : rule.DaysOfMonth.Count > 0 && frequency == "WEEKLY" ? throw line.Fault("BYMONTHDAY does not go with FREQ=WEEKLY.", "Write FREQ=MONTHLY.")
            : rule;
    }

    private static string? Take(Dictionary<string, string> parts, string name)
    {
        var value = parts.TryGetValue(name, out var found) ? found : null;
        parts.Remove(name);
        return value;
    }

    private (int Nth, DayOfWeek Day) ReadDay(string text)
    {
        var at = Math.Max(text.Length - 2, 0);
        return (at == 0 ? 0 : Signed("BYDAY", text.Substring(0, at), 53)[0], Weekday("BYDAY", text.Substring(at)));
    }

    private DayOfWeek Weekday(string part, string text) =>
        Array.IndexOf(Weekdays, text) is >= 0 and var day ? (DayOfWeek)day : throw line.Fault($"{part} has '{text}', which is no weekday.", "Write MO, TU, WE, TH, FR, SA or SU.");

    private int[] Numbers(string part, string? list, int least, int most) =>
        (list ?? "").Split(new[] { ',' }, StringSplitOptions.RemoveEmptyEntries).Select(text => Number(part, text, least, most)).ToArray();

    private int[] Signed(string part, string? list, int most)
    {
        var numbers = Numbers(part, list, -most, most);
        return numbers.Contains(0) ? throw line.Fault($"{part} has 0.", FormattableString.Invariant($"Write 1 to {most}, or -1 to -{most} from the end.")) : numbers;
    }

    private int Number(string part, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw line.Fault($"{part} has '{text}'.", FormattableString.Invariant($"Write whole numbers from {least} to {most}."));
}
