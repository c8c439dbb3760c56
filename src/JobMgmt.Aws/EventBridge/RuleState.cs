using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge;

/// <summary>Whether a rule is on. A value unknown here is kept as it came.</summary>
public sealed class RuleState : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public RuleState(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly RuleState ENABLED = new("ENABLED");
    public static readonly RuleState DISABLED = new("DISABLED");
    public static readonly RuleState ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS = new("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static RuleState FindValue(string value) => FindValue<RuleState>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator RuleState(string value) => FindValue(value);
}
