using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>The object that CopyObject and UploadPartCopy read.</summary>
internal sealed record CopySource(string Bucket, string Key)
{
    /// <summary><c>CopySource</c>: <c>bucket/key</c>, URL-encoded, perhaps with a slash before it.</summary>
    public static CopySource Of(JsonObject request)
    {
        var text = request.Text("CopySource") ?? "";
        var mark = text.IndexOf("?versionId=", StringComparison.Ordinal);
        var parts = Uri.UnescapeDataString((mark < 0 ? text : text[..mark]).TrimStart('/')).Split('/', 2);
        if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0)
        {
            throw S3Errors.InvalidArgument("Copy Source must mention the source bucket and key: sourcebucket/sourcekey", "x-amz-copy-source", text);
        }

        return mark < 0 || text[mark..] == "?versionId=null"
            ? new CopySource(parts[0], parts[1])
            : throw S3Errors.InvalidArgument("Invalid version id specified", "versionId", text[(mark + "?versionId=".Length)..]);
    }

    /// <summary>Opens it, if the request's conditions on it hold.</summary>
    public (S3ObjectRecord Record, Stream Content) Open(IObjectStore objects, JsonObject request)
    {
        var (record, content) = objects.Open(Bucket, Key);
        try
        {
            ObjectAnswer.CheckConditions(request, record, "CopySource");
            return (record, content);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }
}
