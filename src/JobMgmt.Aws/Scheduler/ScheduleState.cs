using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler;

/// <summary>Whether a schedule is on. A value unknown here is kept as it came.</summary>
public sealed class ScheduleState : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public ScheduleState(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly ScheduleState ENABLED = new("ENABLED");
    public static readonly ScheduleState DISABLED = new("DISABLED");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static ScheduleState FindValue(string value) => FindValue<ScheduleState>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator ScheduleState(string value) => FindValue(value);
}
