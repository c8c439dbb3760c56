namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>When and where a role was last used.</summary>
public sealed class RoleLastUsed
{
    /// <summary>When it was last used (UTC).</summary>
    public DateTime? LastUsedDate { get; set; }

    /// <summary>The Region.</summary>
    public string? Region { get; set; }
}
