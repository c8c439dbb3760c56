using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs;

/// <summary>A property inherited from the account. A value unknown here is kept as it came.</summary>
public sealed class InheritedProperty : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public InheritedProperty(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly InheritedProperty ACCOUNT_DATA_PROTECTION = new("ACCOUNT_DATA_PROTECTION");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static InheritedProperty FindValue(string value) => FindValue<InheritedProperty>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator InheritedProperty(string value) => FindValue(value);
}
