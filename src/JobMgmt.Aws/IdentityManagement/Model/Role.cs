using Amazon;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>An IAM role.</summary>
public sealed class Role
{
    /// <summary>The path; absent means /.</summary>
    public string Path { get; set; } = null!;

    /// <summary>The role's name.</summary>
    public string RoleName { get; set; } = null!;

    /// <summary>The role's stable id.</summary>
    public string RoleId { get; set; } = null!;

    /// <summary>The ARN.</summary>
    public string Arn { get; set; } = null!;

    /// <summary>When it was created (UTC).</summary>
    public DateTime? CreateDate { get; set; }

    /// <summary>The trust policy, URL-encoded (RFC 3986) as IAM sends it: Uri.UnescapeDataString gives the JSON text.</summary>
    public string? AssumeRolePolicyDocument { get; set; }

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>3600 to 43,200 seconds.</summary>
    public int? MaxSessionDuration { get; set; }

    /// <summary>The policy that bounds the role's rights.</summary>
    public AttachedPermissionsBoundary? PermissionsBoundary { get; set; }

    /// <summary>The tags.</summary>
    public List<Tag>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>When the role was last used.</summary>
    public RoleLastUsed? RoleLastUsed { get; set; }
}
