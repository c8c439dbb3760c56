using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs;

/// <summary>Account-wide or for one resource. A value unknown here is kept as it came.</summary>
public sealed class PolicyScope : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public PolicyScope(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly PolicyScope ACCOUNT = new("ACCOUNT");
    public static readonly PolicyScope RESOURCE = new("RESOURCE");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static PolicyScope FindValue(string value) => FindValue<PolicyScope>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator PolicyScope(string value) => FindValue(value);
}
