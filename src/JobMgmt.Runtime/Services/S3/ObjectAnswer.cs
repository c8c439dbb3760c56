using System.Globalization;
using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>What GetObject and HeadObject tell of an object, and the part of it that a request asks for.</summary>
internal static class ObjectAnswer
{
    /// <summary>S3 encrypts every object; the data folder is the owner's alone.</summary>
    public const string Encryption = "AES256";

    private static readonly (string Override, string Member)[] _overrides =
    [
        ("ResponseCacheControl", "CacheControl"),
        ("ResponseContentDisposition", "ContentDisposition"),
        ("ResponseContentEncoding", "ContentEncoding"),
        ("ResponseContentLanguage", "ContentLanguage"),
        ("ResponseContentType", "ContentType"),
        ("ResponseExpires", "Expires"),
    ];

    /// <summary>The answer's members, all but the bytes.</summary>
    public static JsonObject Of(JsonObject request, S3ObjectRecord record, ByteRange range)
    {
        var answer = JsonObject.Of(
            ("AcceptRanges", "bytes"),
            ("LastModified", record.Modified.WholeSeconds()),
            ("ContentLength", range.Length),
            ("ETag", $"\"{record.ETag}\""),
            ("ContentRange", range.IsPart ? string.Create(CultureInfo.InvariantCulture, $"bytes {range.Start}-{range.Start + range.Length - 1}/{record.Size}") : null),
            ("ServerSideEncryption", Encryption),
            ("TagCount", record.Tags.Count > 0 ? record.Tags.Count : null),
            ("PartsCount", request.Contains("PartNumber") && record.Parts is { } parts ? parts.Count : null));
        answer = record.Attributes.Aggregate(answer, (all, member) => all.With(member.Key, member.Value));
        answer = _overrides.Aggregate(answer, (all, pair) => request.Text(pair.Override) is { } value ? all.With(pair.Member, value) : all);
        return request.Text("ChecksumMode") == "ENABLED" && !range.IsPart ? WithChecksum(answer, record) : answer;
    }

    /// <summary>With the checksum, as answers to puts have it too.</summary>
    public static JsonObject WithChecksum(JsonObject answer, S3ObjectRecord record) =>
        answer.With(ChecksumAlgorithm.Find(record.ChecksumAlgorithm)!.Member, record.Checksum).With("ChecksumType", record.ChecksumType);

    /// <summary>A request's conditions, in the order that HTTP gives them (RFC 9110, 13.2.2).</summary>
    /// <param name="request">The request.</param>
    /// <param name="record">The object.</param>
    /// <param name="prefix"><c>CopySource</c> for a copy's conditions on its source.</param>
    /// <exception cref="ServiceException">412 PreconditionFailed, or 304.</exception>
    public static void CheckConditions(JsonObject request, S3ObjectRecord record, string prefix = "")
    {
        var modified = DateTimeOffset.FromUnixTimeSeconds(record.Modified.ToUnixTimeSeconds());
        if (request.Text(prefix + "IfMatch") is { } match ? !Matches(match, record) : request.Moment(prefix + "IfUnmodifiedSince") < modified)
        {
            throw S3Errors.PreconditionFailed(request.Contains(prefix + "IfMatch") ? "If-Match" : "If-Unmodified-Since");
        }

        if (request.Text(prefix + "IfNoneMatch") is { } none ? Matches(none, record) : request.Moment(prefix + "IfModifiedSince") >= modified)
        {
            throw prefix.Length == 0 ? S3Errors.NotModified() : S3Errors.PreconditionFailed("x-amz-copy-source-If-None-Match");
        }
    }

    /// <summary>A put's conditions on what is there already.</summary>
    public static void CheckPut(JsonObject request, S3ObjectRecord? existing)
    {
        if (request.Text("IfNoneMatch") is not null && existing is not null)
        {
            throw S3Errors.PreconditionFailed("If-None-Match");
        }

        if (request.Text("IfMatch") is { } match && !Matches(match, existing ?? throw S3Errors.NoSuchKey(request.Key())))
        {
            throw S3Errors.PreconditionFailed("If-Match");
        }
    }

    private static bool Matches(string tags, S3ObjectRecord record) =>
        tags.Split(',').Select(tag => tag.Trim()).Any(tag => tag == "*" || (tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag).Trim('"') == record.ETag);
}
