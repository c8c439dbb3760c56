using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions;

/// <summary>Which executions to list by redrive. A value unknown here is kept as it came.</summary>
public sealed class ExecutionRedriveFilter : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public ExecutionRedriveFilter(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly ExecutionRedriveFilter REDRIVEN = new("REDRIVEN");
    public static readonly ExecutionRedriveFilter NOT_REDRIVEN = new("NOT_REDRIVEN");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static ExecutionRedriveFilter FindValue(string value) => FindValue<ExecutionRedriveFilter>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator ExecutionRedriveFilter(string value) => FindValue(value);
}
