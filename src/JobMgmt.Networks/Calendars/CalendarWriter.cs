namespace JobMgmt.Networks.Calendars;

/// <summary>Writes changes of calendars so that none is lost where several write at once.</summary>
public static class CalendarWriter
{
    // Each time somebody else was faster, who is then done: so many do not change one calendar at once.
    private const int MostTries = 50;

    /// <summary>Writes a version, and where its number tells that another one was overwritten unread, what all of them come to.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What is kept then, with its number; null: others wrote again and again.</returns>
    public static async Task<KeyValuePair<long, StoredCalendar>?> WriteAsync(ICalendarStore store, StoredCalendar version, CancellationToken cancellationToken)
    {
        var number = await store.PutAsync(version, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < MostTries; i++)
        {
            if (version.ReadVersion is null || version.ReadVersion == number - 1)
            {
                return new KeyValuePair<long, StoredCalendar>(number, version);
            }

            var versions = await store.ReadVersionsAsync(cancellationToken).ConfigureAwait(false);
            var newest = versions.Count == 0 ? default : versions[versions.Count - 1];
            if (newest.Key < number)
            {
                continue; // the answer is older than what was written
            }

            var all = CalendarVersions.Settle(versions);
            if (all.SaysTheSame(newest.Value))
            {
                return newest;
            }

            version = all with { ReadVersion = newest.Key, IsMerge = true };
            number = await store.PutAsync(version, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }
}
