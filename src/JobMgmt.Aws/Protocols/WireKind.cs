namespace JobMgmt.Aws.Protocols;

/// <summary>The shapes that AWS models are made of, as far as our clients need them.</summary>
internal enum WireKind
{
    /// <summary>A string or a constant class.</summary>
    Text,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>int or long.</summary>
    Integer,

    /// <summary>Epoch seconds in JSON, ISO 8601 in XML.</summary>
    Timestamp,

    /// <summary>Epoch milliseconds, which only CloudWatch Logs uses.</summary>
    TimestampMilliseconds,

    /// <summary>A list of one element type.</summary>
    List,

    /// <summary>A map of strings to strings.</summary>
    Map,

    /// <summary>Named members.</summary>
    Structure,
}
