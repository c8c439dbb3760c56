using System.Globalization;

namespace JobMgmt.Schedules;

/// <summary><c>rate(15 minutes)</c>: again and again, counted from an origin. A day is 24 hours, also where the clock is set.</summary>
public sealed class RateExpression : ScheduleExpression
{
    private const int MostDigits = 9; // 1,900 years of minutes: what is larger never comes
    private const int Position = 6; // behind "rate("
    private readonly string _unit;

    internal RateExpression(string text, string rate)
        : base(text)
    {
        var parts = rate.Split(' ');
        if (parts.Length != 2 || parts[0].Length is 0 or > MostDigits || parts[0].Any(digit => digit is < '0' or > '9'))
        {
            throw new ScheduleSyntaxException("", Position, $"'{rate}' is no rate.", "Write a whole number, one space and a unit, such as 5 minutes.");
        }

        Value = int.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture);
        _unit = parts[1];
        UnitPosition = Position + parts[0].Length + 1;
        var minutes = _unit switch
        {
            "minute" or "minutes" => 1,
            "hour" or "hours" => 60,
            "day" or "days" => 24 * 60,
            _ => throw new ScheduleSyntaxException("unit", UnitPosition, $"'{_unit}' is no unit.", "Write minute, minutes, hour, hours, day or days."),
        };
        Period = Value == 0 ? throw new ScheduleSyntaxException("value", Position, "The number is 0.", "Give a whole number of 1 or more.") : TimeSpan.FromTicks(TimeSpan.TicksPerMinute * minutes * Value);
    }

    /// <summary>The number.</summary>
    public int Value { get; }

    /// <summary>The time between two.</summary>
    public TimeSpan Period { get; }

    internal int UnitPosition { get; }

    internal bool Agrees => Value == 1 ^ _unit.EndsWith("s", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone, DateTimeOffset origin)
    {
        if (after < origin)
        {
            return origin;
        }

        var passed = ((after - origin).Ticks / Period.Ticks) + 1;
        return passed <= (DateTimeOffset.MaxValue - origin).Ticks / Period.Ticks ? origin.AddTicks(passed * Period.Ticks) : null;
    }
}
