using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Store;

/// <summary>A stored object, without its bytes.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Content">The file that holds its bytes, in <see cref="Objects.ContentFolder"/>'s terms.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ETag">Without quotes: the MD5, or of the parts' MD5s and their number.</param>
/// <param name="Modified">When it was put.</param>
/// <param name="ChecksumAlgorithm">CRC64NVME where the client asked for none.</param>
/// <param name="ChecksumType">FULL_OBJECT or COMPOSITE.</param>
/// <param name="Checksum">Base64; composite ones with the number of parts behind a hyphen.</param>
/// <param name="Attributes">The members that GetObject gives back as they were put: ContentType, Metadata…</param>
/// <param name="Tags">The tags, an object of texts.</param>
/// <param name="Parts">The sizes of the parts that it was uploaded in; null where it was put at once.</param>
internal sealed record S3ObjectRecord(
    string Key,
    string Content,
    long Size,
    string ETag,
    DateTimeOffset Modified,
    string ChecksumAlgorithm,
    string ChecksumType,
    string Checksum,
    JsonObject Attributes,
    JsonObject Tags,
    IReadOnlyList<long>? Parts);
