namespace JobMgmt.Schedules.UnixCron;

/// <summary>The values of a crontab line's field.</summary>
internal sealed class CronValues
{
    private readonly bool[] _has;

    internal CronValues(CronField field, bool[] has, bool beginsWithStar)
    {
        _has = has;
        Field = field;
        BeginsWithStar = beginsWithStar;
        All = Enumerable.Range(0, has.Length).Where(value => has[value]).ToArray();
    }

    internal CronField Field { get; }

    /// <summary>The values in their order.</summary>
    internal IReadOnlyList<int> All { get; }

    /// <summary>Whether every value is one.</summary>
    internal bool IsFull => All.Count == Field.Count;

    /// <summary>Whether the field's text begins with <c>*</c>, also as in <c>*/2</c>: cron then lets both day fields decide together, else either of them.</summary>
    internal bool BeginsWithStar { get; }

    internal bool Has(int value) => _has[value];
}
