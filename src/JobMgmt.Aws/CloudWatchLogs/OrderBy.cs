using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs;

/// <summary>The order of log streams. A value unknown here is kept as it came.</summary>
public sealed class OrderBy : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public OrderBy(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly OrderBy LogStreamName = new("LogStreamName");
    public static readonly OrderBy LastEventTime = new("LastEventTime");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static OrderBy FindValue(string value) => FindValue<OrderBy>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator OrderBy(string value) => FindValue(value);
}
