using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The answer of PutResourcePolicy.</summary>
public sealed class PutResourcePolicyResponse : AmazonWebServiceResponse
{
    /// <summary>The policy.</summary>
    public ResourcePolicy? ResourcePolicy { get; set; }

    /// <summary>The revision's id; absent for the first one.</summary>
    public string? RevisionId { get; set; }
}
