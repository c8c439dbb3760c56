using System.Globalization;
using System.Text;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Wire.Rest;

/// <summary>REST with JSON: method and path are the operation; members come in the path, the query and the body.</summary>
internal sealed class RestJsonProtocol : IWireProtocol
{
    private const string ContentType = "application/json";

    public bool Speaks(WireRequest request) =>
        request.Header("X-Amz-Target") is null && AuthorizationHeader.Parse(request.Header("Authorization")) is { } header && RestRoutes.Has(header.Service);

    public (string Operation, JsonObject Input) ReadRequest(WireRequest request)
    {
        var (route, members) = RestRoutes.Find(request.Service, request.Method, request.RawPath)
            ?? throw new ServiceException("UnknownOperationException", $"The local runtime serves no operation of {request.Service} at {request.Method} {request.Path}.", 404);
        var input = Query(request.RawQuery, route).Aggregate(Body(request.Body), (all, member) => all.With(member.Key, member.Value));
        return (route.Operation, members.Aggregate(input, (all, member) => all.With(member.Key, member.Value)));
    }

    public WireResponse WriteResponse(WireRequest request, string operation, JsonObject output, string requestId) =>
        new(200, ContentType, Encoding.UTF8.GetBytes(output.ToString()), requestId);

    public WireResponse WriteError(WireRequest request, ServiceException error, string requestId) =>
        new(error.Status, ContentType, Encoding.UTF8.GetBytes(JsonObject.Of(("Message", error.ServiceMessage)).ToString()), requestId)
        {
            Headers = new Dictionary<string, string> { ["x-amzn-ErrorType"] = error.Code },
        };

    private static JsonObject Body(byte[] body)
    {
        if (body.Length == 0)
        {
            return JsonObject.Empty;
        }

        try
        {
            return JsonValue.Parse(body) as JsonObject ?? throw new ServiceException("SerializationException", "Start of structure or map expected.");
        }
        catch (JsonSyntaxException error)
        {
            throw new ServiceException("SerializationException", error.Message);
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonValue>> Query(string rawQuery, RestRoute route)
    {
        var sent = rawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => (Name: Decoded(pair[0]), Value: pair.Length == 2 ? Decoded(pair[1]) : ""))
            .GroupBy(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        foreach (var values in sent)
        {
            if (route.Query.TryGetValue(values.Key, out var parameter))
            {
                yield return KeyValuePair.Create(parameter.Member, Typed(parameter.Type, [.. values]));
            }
        }
    }

    private static JsonValue Typed(RestParameterType type, string[] values) => type switch
    {
        RestParameterType.Texts => new JsonArray(values.Select(value => (JsonValue)value)),
        RestParameterType.Number when long.TryParse(values[^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => values[^1], // a number that is none is refused by the operation
    };

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
