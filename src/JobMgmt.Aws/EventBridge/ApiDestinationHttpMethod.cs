using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge;

/// <summary>The method of an API destination's requests. A value unknown here is kept as it came.</summary>
public sealed class ApiDestinationHttpMethod : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public ApiDestinationHttpMethod(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly ApiDestinationHttpMethod POST = new("POST");
    public static readonly ApiDestinationHttpMethod GET = new("GET");
    public static readonly ApiDestinationHttpMethod HEAD = new("HEAD");
    public static readonly ApiDestinationHttpMethod OPTIONS = new("OPTIONS");
    public static readonly ApiDestinationHttpMethod PUT = new("PUT");
    public static readonly ApiDestinationHttpMethod PATCH = new("PATCH");
    public static readonly ApiDestinationHttpMethod DELETE = new("DELETE");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static ApiDestinationHttpMethod FindValue(string value) => FindValue<ApiDestinationHttpMethod>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator ApiDestinationHttpMethod(string value) => FindValue(value);
}
