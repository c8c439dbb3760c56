using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions;

/// <summary>Whether an execution may be redriven. A value unknown here is kept as it came.</summary>
public sealed class ExecutionRedriveStatus : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public ExecutionRedriveStatus(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly ExecutionRedriveStatus REDRIVABLE = new("REDRIVABLE");
    public static readonly ExecutionRedriveStatus NOT_REDRIVABLE = new("NOT_REDRIVABLE");
    public static readonly ExecutionRedriveStatus REDRIVABLE_BY_MAP_RUN = new("REDRIVABLE_BY_MAP_RUN");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static ExecutionRedriveStatus FindValue(string value) => FindValue<ExecutionRedriveStatus>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator ExecutionRedriveStatus(string value) => FindValue(value);
}
