using System.Globalization;
using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary>The SDK's metadata that AWS's optimised integrations show beside an answer.</summary>
internal static class SdkMetadata
{
    public static JsonObject Http(JsonObject response, ServiceAnswer metadata)
    {
        var headers = JsonObject.Of(
            ("connection", "keep-alive"),
            ("Content-Length", Encoding.UTF8.GetByteCount(response.ToString()).ToString(CultureInfo.InvariantCulture)),
            ("Content-Type", "application/x-amz-json-1.0"),
            ("Date", metadata.At.ToString("R", CultureInfo.InvariantCulture)),
            ("x-amzn-RequestId", metadata.RequestId));
        return JsonObject.Of(
            ("AllHttpHeaders", new JsonObject(headers.Select(header => KeyValuePair.Create(header.Key, (JsonValue)new JsonArray([header.Value]))))),
            ("HttpHeaders", headers),
            ("HttpStatusCode", 200));
    }

    public static JsonObject Response(ServiceAnswer metadata) => JsonObject.Of(("RequestId", metadata.RequestId));
}
