using System.Text;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Wire;

/// <summary>
/// AWS JSON 1.0 and 1.1: the operation is what follows the last dot of <c>X-Amz-Target</c>. Every service can be called in it, also those whose clients speak XML.
/// </summary>
internal sealed class JsonProtocol : IWireProtocol
{
    public bool Speaks(WireRequest request) => request.Header("X-Amz-Target") is not null;

    public (string Operation, JsonObject Input) ReadRequest(WireRequest request)
    {
        var target = request.Header("X-Amz-Target") ?? throw new ServiceException("UnknownOperationException", "The request names no operation (X-Amz-Target).", 404);
        var operation = target[(target.LastIndexOf('.') + 1)..];
        if (request.Body.Length == 0)
        {
            return (operation, JsonObject.Empty);
        }

        try
        {
            return JsonValue.Parse(request.Body) is JsonObject input
                ? (operation, input)
                : throw new ServiceException("SerializationException", "Start of structure or map expected.");
        }
        catch (JsonSyntaxException error)
        {
            throw new ServiceException("SerializationException", error.Message);
        }
    }

    public WireResponse WriteResponse(WireRequest request, string operation, JsonObject output, string requestId) =>
        new(200, ContentType(request), Encoding.UTF8.GetBytes(output.ToString()), requestId);

    public WireResponse WriteError(WireRequest request, ServiceException error, string requestId)
    {
        var message = request.Service == "ssm" ? "Message" : "message"; // SSM's error structures spell it so
        var body = JsonObject.Of(("__type", Namespace(request.Service, error.Code) + error.Code), (message, error.ServiceMessage));
        body = error.Members.Aggregate(body, (all, member) => all.With(member.Key, member.Value));
        return new WireResponse(error.Status, ContentType(request), Encoding.UTF8.GetBytes(body.ToString()), requestId)
        {
            Headers = new Dictionary<string, string> { ["x-amzn-ErrorType"] = error.Code },
        };
    }

    private static string Namespace(string service, string code) => (service, code) switch
    {
        ("states" or "dynamodb", "ValidationException") => "com.amazon.coral.validate#",
        ("states", _) => "com.amazonaws.swf.service.v2.model#",
        ("dynamodb", _) => "com.amazonaws.dynamodb.v20120810#",
        _ => "",
    };

    private static string ContentType(WireRequest request) =>
        request.Header("Content-Type") is { } type && type.StartsWith("application/x-amz-json", StringComparison.Ordinal) ? type : "application/x-amz-json-1.0";
}
