using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>What an object has beside its bytes: headers that come back as they were put, metadata and tags.</summary>
internal static class ObjectAttributes
{
    private const int MostMetadataBytes = 2048;

    private static readonly string[] _names =
        ["CacheControl", "ContentDisposition", "ContentEncoding", "ContentLanguage", "ContentType", "Expires", "StorageClass", "WebsiteRedirectLocation"];

    private static readonly string[] _acls = ["private", "bucket-owner-full-control"];

    /// <summary>The attributes of a request that puts an object.</summary>
    public static JsonObject Of(JsonObject request)
    {
        var metadata = new JsonObject((request.Object("Metadata") ?? JsonObject.Empty).Select(
            member => KeyValuePair.Create(member.Key.ToLowerInvariant(), member.Value)));
        if (metadata.Sum(member => Encoding.UTF8.GetByteCount(member.Key) + Encoding.UTF8.GetByteCount(((JsonString)member.Value).Value)) > MostMetadataBytes)
        {
            throw new ServiceException(
                "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size", 400, JsonObject.Of(("MaxSizeAllowed", MostMetadataBytes)));
        }

        if (request.Text("ACL") is { } acl && !_acls.Contains(acl, StringComparer.Ordinal))
        {
            throw new ServiceException("AccessControlListNotSupported", "The bucket does not allow ACLs"); // as every bucket made since 2023
        }

        var attributes = JsonObject.Of([.. _names.Select(name => (name, Value(request, name)))]);
        return attributes.With("Metadata", metadata);
    }

    /// <summary>The tags of a request that puts an object: <c>Tagging</c>, in the form of a query.</summary>
    public static JsonObject Tags(JsonObject request)
    {
        var tags = JsonObject.Empty;
        foreach (var pair in (request.Text("Tagging") ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
        {
            tags = tags.With(Decode(pair[0]), Decode(pair.Length == 2 ? pair[1] : ""));
        }

        return tags;
    }

    private static JsonValue? Value(JsonObject request, string name) => name switch
    {
        "ContentType" => request.Text(name) is { Length: > 0 } type ? type : "binary/octet-stream",
        "StorageClass" => request.Text(name) is "STANDARD" ? null : request.Text(name), // S3 does not show the usual one
        _ => request.Text(name),
    };

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
