using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge;

/// <summary>Whether a connection can be used. A value unknown here is kept as it came.</summary>
public sealed class ConnectionState : ConstantClass
{
    /// <summary>A constant of that value.</summary>
    public ConnectionState(string value)
        : base(value)
    {
    }

    // The names are the values that AWS uses.
    public static readonly ConnectionState CREATING = new("CREATING");
    public static readonly ConnectionState UPDATING = new("UPDATING");
    public static readonly ConnectionState DELETING = new("DELETING");
    public static readonly ConnectionState AUTHORIZED = new("AUTHORIZED");
    public static readonly ConnectionState DEAUTHORIZED = new("DEAUTHORIZED");
    public static readonly ConnectionState AUTHORIZING = new("AUTHORIZING");
    public static readonly ConnectionState DEAUTHORIZING = new("DEAUTHORIZING");
    public static readonly ConnectionState ACTIVE = new("ACTIVE");
    public static readonly ConnectionState FAILED_CONNECTIVITY = new("FAILED_CONNECTIVITY");

    /// <summary>The constant of that value, made when it is not known.</summary>
    public static ConnectionState FindValue(string value) => FindValue<ConnectionState>(value);

    /// <summary>A string stands for the constant of that value.</summary>
    public static implicit operator ConnectionState(string value) => FindValue(value);
}
