using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions;

/// <summary>Standard (durable, up to a year) or Express. A value unknown here is kept as it came.</summary>
public sealed class StateMachineType : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public StateMachineType(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly StateMachineType STANDARD = new("STANDARD");
    public static readonly StateMachineType EXPRESS = new("EXPRESS");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static StateMachineType FindValue(string value) => FindValue<StateMachineType>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator StateMachineType(string value) => FindValue(value);
}
