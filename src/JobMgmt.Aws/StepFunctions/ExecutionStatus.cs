using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions;

/// <summary>An execution's status. A value unknown here is kept as it came.</summary>
public sealed class ExecutionStatus : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public ExecutionStatus(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly ExecutionStatus RUNNING = new("RUNNING");
    public static readonly ExecutionStatus SUCCEEDED = new("SUCCEEDED");
    public static readonly ExecutionStatus FAILED = new("FAILED");
    public static readonly ExecutionStatus TIMED_OUT = new("TIMED_OUT");
    public static readonly ExecutionStatus ABORTED = new("ABORTED");
    public static readonly ExecutionStatus PENDING_REDRIVE = new("PENDING_REDRIVE");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static ExecutionStatus FindValue(string value) => FindValue<ExecutionStatus>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator ExecutionStatus(string value) => FindValue(value);
}
