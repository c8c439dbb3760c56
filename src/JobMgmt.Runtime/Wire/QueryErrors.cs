using JobMgmt.Runtime.Services;

namespace JobMgmt.Runtime.Wire;

/// <summary>The codes that the Query services have for what every service may say.</summary>
internal static class QueryErrors
{
    public static string Code(ServiceException error) => error.Code switch
    {
        "MissingAuthenticationTokenException" => "MissingAuthenticationToken",
        "UnrecognizedClientException" => "InvalidClientTokenId",
        "InvalidSignatureException" => "SignatureDoesNotMatch",
        "IncompleteSignatureException" => "IncompleteSignature",
        "UnknownOperationException" => "InvalidAction",
        "ValidationException" => "ValidationError",
        "SerializationException" => "MalformedInput",
        var code => code,
    };

    /// <summary>As <see cref="Code"/>, in EC2's words.</summary>
    public static string Ec2Code(ServiceException error) => error.Code switch
    {
        "UnrecognizedClientException" or "InvalidSignatureException" => "AuthFailure",
        "ValidationException" => "InvalidParameterValue",
        _ => Code(error),
    };
}
