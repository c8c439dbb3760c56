using System.Text;
using JobMgmt.Runtime.Objects;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>Takes the bytes of PutObject and UploadPart to disk, and checks them against the digests that came with them.</summary>
internal sealed class ObjectBody(IObjectStore objects)
{
    private const string TrailerPrefix = "x-amz-checksum-";
    private const int Md5Bytes = 16;

    /// <summary>Stages the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="call">Carries the bytes, or the request does: its Body.</param>
    /// <param name="wanted">The algorithm of the multipart upload that the body is a part of. One that named none takes parts with any.</param>
    public async Task<StagedContent> StageAsync(JsonObject request, CallContext call, ChecksumAlgorithm? wanted = null)
    {
        var md5 = ContentMd5(request);
        var declared = ChecksumAlgorithm.All.FirstOrDefault(algorithm => request.Contains(algorithm.Member));
        if (declared is not null && !declared.IsValue(request.Text(declared.Member)!))
        {
            throw S3Errors.InvalidRequest($"Value for {TrailerPrefix}{declared.Name.ToLowerInvariant()} header is invalid.");
        }

        var algorithm = declared ?? Named(request);
        if (wanted is not null && wanted.Name != ChecksumAlgorithm.Default && algorithm is not null && algorithm != wanted)
        {
            throw S3Errors.InvalidRequest(
                $"Checksum Type mismatch occurred, expected checksum Type: {wanted.Name.ToLowerInvariant()}, actual checksum Type: {algorithm.Name.ToLowerInvariant()}");
        }

        await using var body = call.Payload?.Body ?? new MemoryStream(Encoding.UTF8.GetBytes(request.Text("Body") ?? ""));
        var content = await objects.StageAsync(body, algorithm ?? wanted, call.Aborted);
        try
        {
            Check(request, call, content, md5, declared);
            return content;
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    /// <summary>The algorithm that a request names, or null.</summary>
    public static ChecksumAlgorithm? Named(JsonObject request) =>
        request.Text("ChecksumAlgorithm") is not { Length: > 0 } name ? null
        : ChecksumAlgorithm.Find(name) ?? throw S3Errors.InvalidRequest(
            $"Checksum algorithm provided is unsupported. Please try again with any of the valid types: [{string.Join(", ", ChecksumAlgorithm.All.Select(known => known.Name))}]");

    private static void Check(JsonObject request, CallContext call, StagedContent content, byte[]? md5, ChecksumAlgorithm? declared)
    {
        if (md5 is not null && Convert.ToHexStringLower(md5) != content.Md5)
        {
            throw new ServiceException("BadDigest", "The Content-MD5 you specified did not match what we received.");
        }

        var sent = declared is not null
            ? request.Text(declared.Member)
            : call.Payload?.Trailers.GetValueOrDefault(TrailerPrefix + content.Algorithm.Name.ToLowerInvariant());
        if (sent is not null && sent != content.Checksum)
        {
            throw S3Errors.BadDigest(content.Algorithm.Name);
        }
    }

    private static byte[]? ContentMd5(JsonObject request)
    {
        if (request.Text("ContentMD5") is not { } text)
        {
            return null;
        }

        var digest = new byte[text.Length];
        return Convert.TryFromBase64String(text, digest, out var length) && length == Md5Bytes
            ? digest[..Md5Bytes]
            : throw new ServiceException("InvalidDigest", "The Content-MD5 you specified was invalid.");
    }
}
