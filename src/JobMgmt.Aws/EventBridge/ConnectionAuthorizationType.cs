using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge;

/// <summary>How the requests of a connection are authorized. A value unknown here is kept as it came.</summary>
public sealed class ConnectionAuthorizationType : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public ConnectionAuthorizationType(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly ConnectionAuthorizationType BASIC = new("BASIC");
    public static readonly ConnectionAuthorizationType OAUTH_CLIENT_CREDENTIALS = new("OAUTH_CLIENT_CREDENTIALS");
    public static readonly ConnectionAuthorizationType API_KEY = new("API_KEY");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static ConnectionAuthorizationType FindValue(string value) => FindValue<ConnectionAuthorizationType>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator ConnectionAuthorizationType(string value) => FindValue(value);
}
