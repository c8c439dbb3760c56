using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The answer of ListRolePolicies.</summary>
public sealed class ListRolePoliciesResponse : AmazonWebServiceResponse
{
    /// <summary>The names of this page.</summary>
    public List<string> PolicyNames { get; set; } = [];

    /// <summary>True when there is another page.</summary>
    public bool? IsTruncated { get; set; }

    /// <summary>Where the next page begins; null on the first request.</summary>
    public string? Marker { get; set; }
}
