using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions;

/// <summary>Whose key encrypts. A value unknown here is kept as it came.</summary>
public sealed class EncryptionType : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public EncryptionType(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly EncryptionType AWS_OWNED_KEY = new("AWS_OWNED_KEY");
    public static readonly EncryptionType CUSTOMER_MANAGED_KMS_KEY = new("CUSTOMER_MANAGED_KMS_KEY");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static EncryptionType FindValue(string value) => FindValue<EncryptionType>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator EncryptionType(string value) => FindValue(value);
}
