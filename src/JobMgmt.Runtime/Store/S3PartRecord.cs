namespace JobMgmt.Runtime.Store;

/// <summary>A part of a multipart upload.</summary>
/// <param name="Number">1 to 10,000.</param>
/// <param name="Content">The file that holds its bytes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Md5">In hexadecimal: its ETag without quotes.</param>
/// <param name="Checksum">Base64, of the upload's algorithm; empty where the client chose another for the part.</param>
/// <param name="Modified">When it was uploaded.</param>
internal sealed record S3PartRecord(long Number, string Content, long Size, string Md5, string Checksum, DateTimeOffset Modified);
