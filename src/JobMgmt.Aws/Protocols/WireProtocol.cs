namespace JobMgmt.Aws.Protocols;

/// <summary>How a service's requests and responses are written on the wire.</summary>
internal enum WireProtocol
{
    /// <summary>AWS JSON 1.0: POST, X-Amz-Target, application/x-amz-json-1.0.</summary>
    Json10,

    /// <summary>AWS JSON 1.1: the same with application/x-amz-json-1.1.</summary>
    Json11,

    /// <summary>AWS Query: a form with Action and Version in, XML out.</summary>
    Query,

    /// <summary>REST with JSON: members in the path, the query and a JSON body, application/json.</summary>
    RestJson,
}
