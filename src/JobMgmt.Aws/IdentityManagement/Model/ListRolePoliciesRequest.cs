namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The parameters of ListRolePolicies.</summary>
public sealed class ListRolePoliciesRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The role's name.</summary>
    public string RoleName { get; set; } = null!;

    /// <summary>Where the next page begins; null on the first request.</summary>
    public string? Marker { get; set; }

    /// <summary>Items a page, 1 to 1000; absent means 100.</summary>
    public int? MaxItems { get; set; }
}
