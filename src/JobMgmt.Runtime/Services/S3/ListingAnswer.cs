using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>The members that both forms of ListObjects have in common.</summary>
internal static class ListingAnswer
{
    /// <summary>Keys as the request wants them: URL-encoded, with slashes left, under <c>EncodingType: url</c>.</summary>
    public static Func<string, string> Encoder(JsonObject request) => request.Text("EncodingType") switch
    {
        null or "" => text => text,
        "url" => text => Uri.EscapeDataString(text).Replace("%2F", "/", StringComparison.Ordinal),
        var other => throw S3Errors.InvalidArgument("Invalid Encoding Method specified in Request", "encoding-type", other),
    };

    /// <summary>Adds a page to an answer.</summary>
    public static JsonObject With(JsonObject answer, ObjectListing page, Func<string, string> encode, JsonObject? owner)
    {
        if (page.Objects.Count > 0)
        {
            answer = answer.With("Contents", new JsonArray(page.Objects.Select(record => (JsonValue)Item(record, encode, owner))));
        }

        return page.CommonPrefixes.Count == 0 ? answer
            : answer.With("CommonPrefixes", new JsonArray(page.CommonPrefixes.Select(prefix => (JsonValue)JsonObject.Of(("Prefix", encode(prefix))))));
    }

    private static JsonObject Item(S3ObjectRecord record, Func<string, string> encode, JsonObject? owner) => JsonObject.Of(
        ("Key", encode(record.Key)),
        ("LastModified", record.Modified.WholeSeconds()),
        ("ETag", $"\"{record.ETag}\""),
        ("ChecksumAlgorithm", new JsonArray([record.ChecksumAlgorithm])),
        ("ChecksumType", record.ChecksumType),
        ("Size", record.Size),
        ("StorageClass", record.Attributes.Text("StorageClass") ?? "STANDARD"),
        ("Owner", owner));
}
