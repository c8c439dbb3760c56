namespace JobMgmt.StatesLanguage.Jsonata.DateTimes;

/// <summary>Weeks by ISO 8601: the first one of a year, or of a month, is the one with its first Thursday; weeks begin on Monday.</summary>
internal static class WeekCalendar
{
    private const double MillisADay = 86_400_000;

    /// <summary>The week of the year.</summary>
    public static int OfYear(CivilTime time)
    {
        var today = CivilTime.Date(time.Year, time.Month, time.Day);
        return Week(today, FirstWeek(time.Year, 0), FirstWeek(time.Year + 1, 0), FirstWeek(time.Year - 1, 0), weeks: 52);
    }

    /// <summary>The week of the month.</summary>
    public static int OfMonth(CivilTime time)
    {
        var today = CivilTime.Date(time.Year, time.Month, time.Day);
        return Week(today, FirstWeek(time.Year, time.Month), FirstWeek(time.Year, time.Month + 1), FirstWeek(time.Year, time.Month - 1), weeks: 4);
    }

    /// <summary>The year that the week belongs to.</summary>
    public static long Year(CivilTime time) =>
        time.Millis < FirstWeek(time.Year, 0) ? time.Year - 1
        : time.Millis >= FirstWeek(time.Year + 1, 0) ? time.Year + 1
        : time.Year;

    /// <summary>The month that the week belongs to, from 1.</summary>
    public static int Month(CivilTime time)
    {
        var month = time.Millis < FirstWeek(time.Year, time.Month) ? time.Month - 1
            : time.Millis >= FirstWeek(time.Year, time.Month + 1) ? time.Month + 1
            : time.Month;
        return ((month + 12) % 12) + 1;
    }

    private static int Week(double today, double thisStart, double nextStart, double previousStart, int weeks)
    {
        var week = Between(thisStart, today);
        if (week > weeks && today >= nextStart)
        {
            return 1;
        }

        return (int)Math.Floor(week < 1 ? Between(previousStart, today) : week);
    }

    private static double Between(double start, double end) => ((end - start) / (MillisADay * 7)) + 1;

    private static double FirstWeek(long year, int month)
    {
        var first = CivilTime.Date(year, month, 1);
        var day = new CivilTime((long)first).DayOfWeek;
        day = day == 0 ? 7 : day;
        return first + ((day > 4 ? 8 - day : 1 - day) * MillisADay);
    }
}
