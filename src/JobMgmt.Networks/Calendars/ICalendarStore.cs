namespace JobMgmt.Networks.Calendars;

/// <summary>Where the versions of one calendar are kept: a parameter, to which every write adds a version, whatever is there.</summary>
public interface ICalendarStore
{
    /// <summary>Writes a version; the answer is its number.</summary>
    Task<long> PutAsync(StoredCalendar version, CancellationToken cancellationToken);

    /// <summary>The versions that are kept with their numbers, ascending; what is no calendar is left out.</summary>
    Task<IReadOnlyList<KeyValuePair<long, StoredCalendar>>> ReadVersionsAsync(CancellationToken cancellationToken);
}
