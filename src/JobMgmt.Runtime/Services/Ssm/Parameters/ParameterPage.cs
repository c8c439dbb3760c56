using System.Globalization;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Parameters;

/// <summary>A page of parameters.</summary>
internal static class ParameterPage
{
    public static JsonObject Of(JsonObject request, IReadOnlyList<ParameterRecord> all, int most, Func<ParameterRecord, JsonObject> describe)
    {
        var size = (int)(request.Number("MaxResults") ?? most);
        new Constraints().Range(size, "maxResults", 1, most).Enforce();
        var start = 0;
        if (request.Text("NextToken") is { Length: > 0 } token && !int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out start))
        {
            throw ParameterErrors.InvalidToken;
        }

        var shown = all.Skip(start).Take(size).ToArray();
        var next = start + shown.Length;
        return JsonObject.Of(
            ("Parameters", new JsonArray(shown.Select(parameter => (JsonValue)describe(parameter)).ToArray())),
            ("NextToken", next < all.Count ? next.ToString(CultureInfo.InvariantCulture) : (JsonValue?)null));
    }
}
