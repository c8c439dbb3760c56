using Amazon;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The parameters of TagRole.</summary>
public sealed class TagRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The role's name.</summary>
    public string RoleName { get; set; } = null!;

    /// <summary>The tags.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null!;
}
