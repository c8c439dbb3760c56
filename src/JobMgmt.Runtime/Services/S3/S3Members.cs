using System.Globalization;
using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>Reads the members that most S3 requests have.</summary>
internal static class S3Members
{
    private const int MostKeyBytes = 1024;

    public static string Bucket(this JsonObject request) =>
        request.Text("Bucket") is { Length: > 0 } bucket ? bucket : throw S3Errors.InvalidArgument("Bucket must not be empty.", "Bucket", "");

    public static string Key(this JsonObject request)
    {
        var key = request.Text("Key") is { Length: > 0 } text ? text : throw S3Errors.InvalidArgument("Key must not be empty.", "Key", "");
        return Encoding.UTF8.GetByteCount(key) <= MostKeyBytes
            ? key
            : throw new ServiceException("KeyTooLongError", "Your key is too long", 400, JsonObject.Of(("MaxSizeAllowed", MostKeyBytes), ("Size", Encoding.UTF8.GetByteCount(key))));
    }

    public static string UploadId(this JsonObject request) =>
        request.Text("UploadId") is { Length: > 0 } id ? id : throw S3Errors.InvalidArgument("This operation requires an upload ID.", "uploadId", "");

    /// <summary>A page's size: 1,000 where none is asked for, and at most.</summary>
    public static int PageSize(this JsonObject request, string name)
    {
        const int most = 1000;
        var size = request.Number(name) ?? most;
        return size is >= 0 and <= int.MaxValue
            ? (int)Math.Min(size, most)
            : throw S3Errors.InvalidArgument($"Argument {name} must be an integer between 0 and 2147483647", name, size.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>An instant: an HTTP date, as headers have it; ISO 8601 text, as tasks have it; or epoch seconds. Null where it is absent or none of these.</summary>
    public static DateTimeOffset? Moment(this JsonObject request, string name) => request[name] switch
    {
        JsonString text => DateTimeOffset.TryParse(text.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null,
        _ => request.Instant(name),
    };

    /// <summary>S3's times have whole seconds.</summary>
    public static JsonValue WholeSeconds(this DateTimeOffset instant) => instant.ToUnixTimeSeconds();

    /// <summary>There are no versions: the id of the only one is <c>null</c>.</summary>
    public static void RefuseVersion(this JsonObject request)
    {
        if (request.Text("VersionId") is { } version && version != "null")
        {
            throw S3Errors.InvalidArgument("Invalid version id specified", "versionId", version);
        }
    }
}
