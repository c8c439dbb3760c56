namespace JobMgmt.Schedules.Calendars;

/// <summary>A calendar, or what is asked of one, can't be used; says which part and what would be right.</summary>
public sealed class CalendarException : Exception
{
    /// <summary>A fault of a calendar.</summary>
    /// <param name="member">The member or field, such as <c>TimeZone</c>.</param>
    /// <param name="message">The fault and its fix, as sentences.</param>
    public CalendarException(string member, string message)
        : base(message)
        => Member = member;

    /// <summary>The member or field.</summary>
    public string Member { get; }

    /// <summary>A date beyond those that the calendar tells. It never guesses: who knows next decade's holidays?</summary>
    internal static CalendarException OutOfRange(JobCalendar calendar, DateTime date) => new(
        nameof(JobCalendar.LastYear),
        FormattableString.Invariant(
            $"The calendar '{calendar.Name}' tells the days from {calendar.FirstDate:yyyy-MM-dd} to {calendar.LastDate:yyyy-MM-dd}, not {date:yyyy-MM-dd}. Renew it: Set-JobCalendar {calendar.Name}."));
}
