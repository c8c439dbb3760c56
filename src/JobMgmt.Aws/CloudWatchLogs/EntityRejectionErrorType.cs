using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs;

/// <summary>Why an entity was refused. A value unknown here is kept as it came.</summary>
public sealed class EntityRejectionErrorType : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public EntityRejectionErrorType(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly EntityRejectionErrorType InvalidEntity = new("InvalidEntity");
    public static readonly EntityRejectionErrorType InvalidTypeValue = new("InvalidTypeValue");
    public static readonly EntityRejectionErrorType InvalidKeyAttributes = new("InvalidKeyAttributes");
    public static readonly EntityRejectionErrorType InvalidAttributes = new("InvalidAttributes");
    public static readonly EntityRejectionErrorType EntitySizeTooLarge = new("EntitySizeTooLarge");
    public static readonly EntityRejectionErrorType UnsupportedLogGroupType = new("UnsupportedLogGroupType");
    public static readonly EntityRejectionErrorType MissingRequiredFields = new("MissingRequiredFields");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static EntityRejectionErrorType FindValue(string value) => FindValue<EntityRejectionErrorType>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator EntityRejectionErrorType(string value) => FindValue(value);
}
