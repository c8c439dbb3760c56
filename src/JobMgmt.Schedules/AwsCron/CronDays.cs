using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Schedules.AwsCron;

/// <summary>The days that the two day fields name, of which one is <c>?</c>.</summary>
internal abstract class CronDays
{
    /// <summary>The days of a month.</summary>
    public CronField Of(int year, int month)
    {
        var days = new CronField(1, 31);
        foreach (var day in In(year, month, DateTime.DaysInMonth(year, month)))
        {
            days.Add(day);
        }

        return days;
    }

    /// <summary>The days as data, for a decision by a calendar; null: they have none.</summary>
    public abstract DueDays? Data { get; }

    /// <summary>The days of a month of so many days.</summary>
    protected abstract IEnumerable<int> In(int year, int month, int count);

    /// <summary>A day's number in the week: 1 is Sunday.</summary>
    protected static int DayOfWeek(int year, int month, int day) => (int)new DateTime(year, month, day).DayOfWeek + 1;

    /// <summary><c>1,15</c></summary>
    public sealed class DaysOfMonth(CronField days) : CronDays
    {
        public override DueDays? Data => days.IsFull ? new() : new() { DaysOfMonth = days.From(1).ToArray() };

        protected override IEnumerable<int> In(int year, int month, int count) => days.From(1).TakeWhile(day => day <= count);
    }

    /// <summary><c>L</c></summary>
    public sealed class LastDay : CronDays
    {
        public override DueDays? Data => new() { LastDayOfMonth = true };

        protected override IEnumerable<int> In(int year, int month, int count) => [count];
    }

    /// <summary><c>15W</c> and <c>LW</c>: the weekday that is nearest, of the same month. No month without that day has one.</summary>
    public sealed class NearestWeekday(int? day) : CronDays
    {
        public override DueDays? Data => null;

        protected override IEnumerable<int> In(int year, int month, int count)
        {
            var wanted = day ?? count;
            if (wanted > count)
            {
                return [];
            }

            return
            [
                DayOfWeek(year, month, wanted) switch
                {
                    1 when wanted < count => wanted + 1, // a Sunday: Monday, or Friday at the month's end
                    1 => wanted - 2,
                    7 when wanted > 1 => wanted - 1, // a Saturday: Friday, or Monday at the month's beginning
                    7 => wanted + 2,
                    _ => wanted,
                },
            ];
        }
    }

    /// <summary><c>MON-FRI</c></summary>
    public sealed class DaysOfWeek(CronField days) : CronDays
    {
        public override DueDays? Data => days.IsFull ? new() : new() { Weekdays = days.From(1).ToArray() };

        private readonly HashSet<int> _days = [.. days.From(1)];

        protected override IEnumerable<int> In(int year, int month, int count) => Enumerable.Range(1, count).Where(day => _days.Contains(DayOfWeek(year, month, day)));
    }

    /// <summary><c>6L</c></summary>
    public sealed class LastDayOfWeek(int dayOfWeek) : CronDays
    {
        public override DueDays? Data => new() { LastWeekday = dayOfWeek };

        protected override IEnumerable<int> In(int year, int month, int count) => Enumerable.Range(count - 6, 7).Where(day => DayOfWeek(year, month, day) == dayOfWeek);
    }

    /// <summary><c>2#1</c></summary>
    public sealed class NthDayOfWeek(int dayOfWeek, int nth) : CronDays
    {
        public override DueDays? Data => new() { NthWeekday = (dayOfWeek, nth) };

        protected override IEnumerable<int> In(int year, int month, int count) =>
            Enumerable.Range((nth * 7) - 6, 7).Where(day => day <= count && DayOfWeek(year, month, day) == dayOfWeek);
    }
}
