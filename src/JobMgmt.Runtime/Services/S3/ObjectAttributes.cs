using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>What an object has beside its bytes: headers that come back as they were put, and metadata.</summary>
internal static class ObjectAttributes
{
    private const int MostMetadataBytes = 2048;

    private static readonly string[] _names =
        ["CacheControl", "ContentDisposition", "ContentEncoding", "ContentLanguage", "ContentType", "Expires", "StorageClass", "WebsiteRedirectLocation"];

    private static readonly string[] _storageClasses =
        ["STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "GLACIER_IR"];

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

        if (request.Text("StorageClass") is { } storage && !_storageClasses.Contains(storage, StringComparer.Ordinal))
        {
            throw new ServiceException("InvalidStorageClass", "The storage class you specified is not valid", 400, JsonObject.Of(("StorageClassRequested", storage)));
        }

        var attributes = JsonObject.Of([.. _names.Select(name => (name, Value(request, name)))]);
        return attributes.With("Metadata", metadata);
    }

    private static JsonValue? Value(JsonObject request, string name) => name switch
    {
        "ContentType" => request.Text(name) is { Length: > 0 } type ? type : "binary/octet-stream",
        "StorageClass" => request.Text(name) is "STANDARD" ? null : request.Text(name), // S3 does not show the usual one
        _ => request.Text(name),
    };
}
