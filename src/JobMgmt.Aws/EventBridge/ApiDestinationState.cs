using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge;

/// <summary>Whether an API destination can be used. A value unknown here is kept as it came.</summary>
public sealed class ApiDestinationState : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public ApiDestinationState(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly ApiDestinationState ACTIVE = new("ACTIVE");
    public static readonly ApiDestinationState INACTIVE = new("INACTIVE");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static ApiDestinationState FindValue(string value) => FindValue<ApiDestinationState>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator ApiDestinationState(string value) => FindValue(value);
}
