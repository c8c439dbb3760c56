using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>An object's tags, in the two forms in which they are sent: a document, or the header <c>x-amz-tagging</c>.</summary>
internal static class ObjectTags
{
    private const int Most = 10;

    /// <summary>The tags of a document's TagSet.</summary>
    /// <exception cref="ServiceException">MalformedXML, InvalidTag, BadRequest.</exception>
    public static JsonObject OfDocument(JsonObject tagging)
    {
        var tags = JsonObject.Empty;
        foreach (var tag in tagging.Objects("TagSet"))
        {
            var key = tag.Text("Key") ?? throw S3Errors.MalformedXml();
            if (tags.Contains(key))
            {
                throw new ServiceException("InvalidTag", "Cannot provide multiple Tags with the same key", 400, JsonObject.Of(("TagKey", key)));
            }

            tags = tags.With(key, tag.Text("Value") ?? "");
        }

        return NotTooMany(tags);
    }

    /// <summary>The tags of the header, which has the form of a query.</summary>
    /// <exception cref="ServiceException">InvalidArgument, BadRequest.</exception>
    public static JsonObject OfHeader(string header)
    {
        var tags = JsonObject.Empty;
        foreach (var pair in header.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
        {
            var key = Decode(pair[0]);
            if (tags.Contains(key))
            {
                throw S3Errors.InvalidArgument(
                    "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.", "x-amz-tagging", header);
            }

            tags = tags.With(key, Decode(pair.Length == 2 ? pair[1] : ""));
        }

        return NotTooMany(tags);
    }

    private static JsonObject NotTooMany(JsonObject tags) =>
        tags.Count <= Most ? tags : throw new ServiceException("BadRequest", "Object tags cannot be greater than 10");

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
