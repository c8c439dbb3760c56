namespace JobMgmt.Aws.SimpleNotificationService.Model;

/// <summary>A tag.</summary>
public sealed class Tag
{
    /// <summary>The key.</summary>
    public string Key { get; set; } = null!;

    /// <summary>The value.</summary>
    public string Value { get; set; } = null!;
}
