using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler;

/// <summary>Whether an invocation may start later than its time. A value unknown here is kept as it came.</summary>
public sealed class FlexibleTimeWindowMode : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public FlexibleTimeWindowMode(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly FlexibleTimeWindowMode OFF = new("OFF");
    public static readonly FlexibleTimeWindowMode FLEXIBLE = new("FLEXIBLE");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static FlexibleTimeWindowMode FindValue(string value) => FindValue<FlexibleTimeWindowMode>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator FlexibleTimeWindowMode(string value) => FindValue(value);
}
