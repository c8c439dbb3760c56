namespace JobMgmt.Runtime.Scheduler;

/// <summary>
/// What becomes of a schedule whose time has come. Of several times that passed while the runtime was away the last one is carried out, where its target would still be
/// owed it; the others are missed.
/// </summary>
/// <param name="Fire">The time that is carried out, if any.</param>
/// <param name="Next">The next time, in the future; null where there is none.</param>
/// <param name="Missed">How many times are missed.</param>
/// <param name="FirstMissed">The first of them.</param>
/// <param name="LastMissed">The last of them.</param>
internal sealed record DuePlan(DateTimeOffset? Fire, DateTimeOffset? Next, long Missed, DateTimeOffset? FirstMissed, DateTimeOffset? LastMissed)
{
    private const int MostCounted = 10_000; // a week of minutes; of a longer absence the rest is not counted one by one
    private static readonly TimeSpan _rest = TimeSpan.FromDays(1);

    /// <summary>Works it out.</summary>
    /// <param name="due">The time that has come.</param>
    /// <param name="now">Now.</param>
    /// <param name="mostAge">How late it may be carried out.</param>
    /// <param name="next">The schedule's next time after one.</param>
    public static DuePlan Of(DateTimeOffset due, DateTimeOffset now, TimeSpan mostAge, Func<DateTimeOffset, DateTimeOffset?> next)
    {
        var (at, missed, lastMissed) = (due, 0L, (DateTimeOffset?)null);
        var following = next(at);
        while (following is { } later && later <= now)
        {
            (lastMissed, at, missed) = (at, later, missed + 1);
            following = next(missed == MostCounted && now - at > _rest ? now - _rest : at);
        }

        var isTooOld = now - at > mostAge;
        if (isTooOld)
        {
            (lastMissed, missed) = (at, missed + 1);
        }

        return new DuePlan(isTooOld ? null : at, following, missed, missed > 0 ? due : null, lastMissed);
    }
}
