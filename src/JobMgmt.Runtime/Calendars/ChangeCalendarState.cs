namespace JobMgmt.Runtime.Calendars;

/// <summary>Whether Change Calendars are open at an instant, all of them, and when that changes.</summary>
/// <param name="IsOpen">Whether all are open.</param>
/// <param name="NextTransition">When that changes; null: not within <see cref="Foresight"/>.</param>
internal sealed record ChangeCalendarState(bool IsOpen, DateTimeOffset? NextTransition)
{
    /// <summary>How far it looks for a change.</summary>
    public static readonly TimeSpan Foresight = TimeSpan.FromDays(366);

    public static ChangeCalendarState At(IReadOnlyList<ChangeCalendar> calendars, DateTimeOffset at)
    {
        var events = calendars.Select(calendar => (calendar.IsOpenByDefault, Events: calendar.Events(at + Foresight))).ToArray();
        bool IsOpenAt(DateTimeOffset instant) => events.All(one => one.Events.Any(stretch => stretch.Start <= instant && instant < stretch.End) != one.IsOpenByDefault);

        var isOpen = IsOpenAt(at);
        var changes = events.SelectMany(one => one.Events).SelectMany(stretch => new[] { stretch.Start, stretch.End }).Where(instant => instant > at).Distinct().Order();
        return new ChangeCalendarState(isOpen, changes.Cast<DateTimeOffset?>().FirstOrDefault(instant => IsOpenAt(instant!.Value) != isOpen));
    }
}
