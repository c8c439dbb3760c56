namespace JobMgmt.StatesLanguage.Jsonata.DateTimes;

/// <summary>An instant's fields in UTC, by JavaScript's calendar: the Gregorian one, for 270,000 years either way.</summary>
internal readonly struct CivilTime
{
    private const long MillisADay = 86_400_000;

    public CivilTime(long millis)
    {
        Millis = millis;
        var days = FloorDivide(millis, MillisADay);
        (Year, Month, Day) = DateOf(days);
        DayOfWeek = (int)((((days + 4) % 7) + 7) % 7);
        OfDay = millis - (days * MillisADay);
    }

    public long Millis { get; }

    public long Year { get; }

    /// <summary>From 0.</summary>
    public int Month { get; }

    /// <summary>From 1.</summary>
    public int Day { get; }

    /// <summary>From 0, a Sunday.</summary>
    public int DayOfWeek { get; }

    /// <summary>The milliseconds since midnight.</summary>
    public long OfDay { get; }

    /// <summary>Date.UTC: months and days beyond their ends go on into the next; the years 0 to 99 are those of the 20th century.</summary>
    public static double Utc(double year, double month, double day = 1, double millisOfDay = 0)
    {
        if (double.IsNaN(year + month + day + millisOfDay))
        {
            return double.NaN;
        }

        year = Math.Truncate(year);
        return Date(year is >= 0 and <= 99 ? year + 1900 : year, month, day) + Math.Truncate(millisOfDay);
    }

    /// <summary>The same without the 20th century.</summary>
    public static double Date(double year, double month, double day)
    {
        var months = (Math.Truncate(year) * 12) + Math.Truncate(month);
        var y = Math.Floor(months / 12);
        return (DaysBefore((long)y, (int)(months - (y * 12))) + Math.Truncate(day) - 1) * MillisADay;
    }

    // The days from 1970-01-01 to the first of a month (H. Hinnant's algorithm: years begin in March).
    private static long DaysBefore(long year, int month)
    {
        var y = month < 2 ? year - 1 : year;
        var era = FloorDivide(y, 400);
        var yearOfEra = y - (era * 400);
        var dayOfYear = ((153 * ((month + 10) % 12)) + 2) / 5;
        return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
    }

    private static (long Year, int Month, int Day) DateOf(long days)
    {
        var shifted = days + 719_468;
        var era = FloorDivide(shifted, 146_097);
        var dayOfEra = shifted - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shiftedMonth = ((5 * dayOfYear) + 2) / 153;
        var month = (int)((shiftedMonth + 2) % 12);
        return (yearOfEra + (era * 400) + (month < 2 ? 1 : 0), month, (int)(dayOfYear - (((153 * shiftedMonth) + 2) / 5) + 1));
    }

    private static long FloorDivide(long a, long b) => a >= 0 ? a / b : ((a + 1) / b) - 1;
}
