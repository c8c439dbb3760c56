using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement;

/// <summary>The type of a permissions boundary. A value unknown here is kept as it came.</summary>
public sealed class PermissionsBoundaryAttachmentType : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public PermissionsBoundaryAttachmentType(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly PermissionsBoundaryAttachmentType PermissionsBoundaryPolicy = new("PermissionsBoundaryPolicy");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static PermissionsBoundaryAttachmentType FindValue(string value) => FindValue<PermissionsBoundaryAttachmentType>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator PermissionsBoundaryAttachmentType(string value) => FindValue(value);
}
