namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>A role's permissions boundary.</summary>
public sealed class AttachedPermissionsBoundary
{
    /// <summary>The boundary's type.</summary>
    public PermissionsBoundaryAttachmentType? PermissionsBoundaryType { get; set; }

    /// <summary>The boundary's ARN.</summary>
    public string? PermissionsBoundaryArn { get; set; }
}
