using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions;

/// <summary>A state machine's status. A value unknown here is kept as it came.</summary>
public sealed class StateMachineStatus : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public StateMachineStatus(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly StateMachineStatus ACTIVE = new("ACTIVE");
    public static readonly StateMachineStatus DELETING = new("DELETING");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static StateMachineStatus FindValue(string value) => FindValue<StateMachineStatus>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator StateMachineStatus(string value) => FindValue(value);
}
