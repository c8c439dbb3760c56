using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler;

/// <summary>The state of a group. A value unknown here is kept as it came.</summary>
public sealed class ScheduleGroupState : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public ScheduleGroupState(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly ScheduleGroupState ACTIVE = new("ACTIVE");
    public static readonly ScheduleGroupState DELETING = new("DELETING");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static ScheduleGroupState FindValue(string value) => FindValue<ScheduleGroupState>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator ScheduleGroupState(string value) => FindValue(value);
}
