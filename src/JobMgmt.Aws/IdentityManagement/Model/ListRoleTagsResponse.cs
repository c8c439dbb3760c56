using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The answer of ListRoleTags.</summary>
public sealed class ListRoleTagsResponse : AmazonWebServiceResponse
{
    /// <summary>The tags.</summary>
    public List<Tag> Tags { get; set; } = [];

    /// <summary>True when there is another page.</summary>
    public bool? IsTruncated { get; set; }

    /// <summary>Where the next page begins; null on the first request.</summary>
    public string? Marker { get; set; }
}
