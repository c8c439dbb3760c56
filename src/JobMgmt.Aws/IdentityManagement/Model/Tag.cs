namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>A tag: a key and a value.</summary>
public sealed class Tag
{
    /// <summary>The tag's key.</summary>
    public string Key { get; set; } = null!;

    /// <summary>The tag's value.</summary>
    public string Value { get; set; } = null!;
}
