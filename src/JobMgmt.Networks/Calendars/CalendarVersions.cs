namespace JobMgmt.Networks.Calendars;

/// <summary>What the versions of a calendar come to where writers did not know of each other: every change, in the order of the versions.</summary>
public static class CalendarVersions
{
    /// <summary>The calendar with all changes.</summary>
    /// <param name="versions">The versions with their numbers, ascending. The oldest is taken as it is.</param>
    /// <remarks>
    /// A merge of which nothing was overwritten unread has all that was before it, for its writer has gone through the same versions in the same way. One that has overwritten something is left out: its
    /// writer, who sees that by its number, puts the next one.
    /// </remarks>
    public static StoredCalendar Settle(IReadOnlyList<KeyValuePair<long, StoredCalendar>> versions)
    {
        var byNumber = versions.ToDictionary(version => version.Key, version => version.Value);
        var all = versions[0].Value;
        foreach (var version in versions.Skip(1))
        {
            var (number, its) = (version.Key, version.Value);
            if (its.IsMerge)
            {
                all = its.ReadVersion == number - 1 ? its : all;
            }
            else
            {
                all = its.ReadVersion is { } read && byNumber.TryGetValue(read, out var from) ? all.Redo(from, its) : its;
            }
        }

        return all;
    }
}
