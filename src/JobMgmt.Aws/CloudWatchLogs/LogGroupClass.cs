using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs;

/// <summary>A log group's class. A value unknown here is kept as it came.</summary>
public sealed class LogGroupClass : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public LogGroupClass(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly LogGroupClass STANDARD = new("STANDARD");
    public static readonly LogGroupClass INFREQUENT_ACCESS = new("INFREQUENT_ACCESS");
    public static readonly LogGroupClass DELIVERY = new("DELIVERY");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static LogGroupClass FindValue(string value) => FindValue<LogGroupClass>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator LogGroupClass(string value) => FindValue(value);
}
