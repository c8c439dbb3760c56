using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs;

/// <summary>A data protection policy's status. A value unknown here is kept as it came.</summary>
public sealed class DataProtectionStatus : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public DataProtectionStatus(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly DataProtectionStatus ACTIVATED = new("ACTIVATED");
    public static readonly DataProtectionStatus DELETED = new("DELETED");
    public static readonly DataProtectionStatus ARCHIVED = new("ARCHIVED");
    public static readonly DataProtectionStatus DISABLED = new("DISABLED");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static DataProtectionStatus FindValue(string value) => FindValue<DataProtectionStatus>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator DataProtectionStatus(string value) => FindValue(value);
}
