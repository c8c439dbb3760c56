using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions;

/// <summary>Which history events a state machine logs. A value unknown here is kept as it came.</summary>
public sealed class LogLevel : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public LogLevel(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly LogLevel ALL = new("ALL");
    public static readonly LogLevel ERROR = new("ERROR");
    public static readonly LogLevel FATAL = new("FATAL");
    public static readonly LogLevel OFF = new("OFF");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static LogLevel FindValue(string value) => FindValue<LogLevel>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator LogLevel(string value) => FindValue(value);
}
