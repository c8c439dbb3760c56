namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>A tag: a key and a value.</summary>
public sealed class Tag
{
    /// <summary>The tag's key.</summary>
    public string? Key { get; set; }

    /// <summary>The tag's value.</summary>
    public string? Value { get; set; }
}
