using Amazon;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The parameters of CreateRole.</summary>
public sealed class CreateRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The path; absent means /.</summary>
    public string? Path { get; set; }

    /// <summary>The role's name.</summary>
    public string RoleName { get; set; } = null!;

    /// <summary>The trust policy: JSON text.</summary>
    public string AssumeRolePolicyDocument { get; set; } = null!;

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>3600 to 43,200 seconds.</summary>
    public int? MaxSessionDuration { get; set; }

    /// <summary>The policy that bounds the role's rights.</summary>
    public string? PermissionsBoundary { get; set; }

    /// <summary>The tags.</summary>
    public List<Tag>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
