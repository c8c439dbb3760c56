using JobMgmt.Runtime.Services;

namespace JobMgmt.Runtime.Wire.S3;

/// <summary>Errors as S3 writes them, and S3's codes for what every service may say.</summary>
internal static class S3Errors
{
    /// <summary>The error in S3's words.</summary>
    public static ServiceException Translate(ServiceException error) => error.Code switch
    {
        "MissingAuthenticationTokenException" => new("AccessDenied", "Access Denied", 403),
        "UnrecognizedClientException" => new("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", 403),
        "InvalidSignatureException" => new(
            "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided. Check your key and signing method.", 403),
        "IncompleteSignatureException" => new("AccessDenied", error.ServiceMessage, 403),
        "UnknownOperationException" => new("NotImplemented", error.ServiceMessage, 501),
        "SerializationException" => new("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema"),
        "InternalFailure" => new("InternalError", error.ServiceMessage, 500),
        _ => error,
    };

    /// <summary>The document; S3's has no namespace.</summary>
    public static byte[] Document(ServiceException error, string resource, string requestId) => QueryXml.Write(xml =>
    {
        xml.WriteStartElement("Error");
        xml.WriteElementString("Code", error.Code);
        xml.WriteElementString("Message", error.ServiceMessage ?? "");
        foreach (var (name, value) in error.Members)
        {
            xml.WriteElementString(name, S3Values.Write(name, value, isHeader: false));
        }

        xml.WriteElementString("Resource", resource);
        xml.WriteElementString("RequestId", requestId);
        xml.WriteElementString("HostId", requestId);
        xml.WriteEndElement();
    });
}
