using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions;

/// <summary>Whether an answer holds data or only metadata. A value unknown here is kept as it came.</summary>
public sealed class IncludedData : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public IncludedData(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly IncludedData ALL_DATA = new("ALL_DATA");
    public static readonly IncludedData METADATA_ONLY = new("METADATA_ONLY");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static IncludedData FindValue(string value) => FindValue<IncludedData>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator IncludedData(string value) => FindValue(value);
}
