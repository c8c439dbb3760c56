using System.Security.Cryptography;
using System.Text;

namespace JobMgmt.Runtime.Wire.S3;

/// <summary>
/// The chain of signatures of an aws-chunked body: each chunk's covers the one before
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html).
/// </summary>
internal sealed class ChunkSignatures(VerifiedHead head)
{
    private static readonly string _nothing = Convert.ToHexStringLower(SHA256.HashData([]));
    private string _previous = head.Signature;

    /// <summary>Checks a chunk's signature.</summary>
    /// <param name="hash">The SHA-256 of its data.</param>
    /// <param name="signature">As sent.</param>
    /// <exception cref="Services.ServiceException">SignatureDoesNotMatch.</exception>
    public void VerifyChunk(byte[] hash, string? signature) =>
        Verify($"AWS4-HMAC-SHA256-PAYLOAD\n{head.Date}\n{head.Scope}\n{_previous}\n{_nothing}\n{Convert.ToHexStringLower(hash)}", signature);

    /// <summary>Checks the trailer's signature.</summary>
    /// <param name="trailers">The trailing headers, each with a line end, as they are signed.</param>
    /// <param name="signature">As sent.</param>
    public void VerifyTrailer(string trailers, string? signature) =>
        Verify($"AWS4-HMAC-SHA256-TRAILER\n{head.Date}\n{head.Scope}\n{_previous}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(trailers)))}", signature);

    private void Verify(string text, string? signature)
    {
        var computed = Convert.ToHexStringLower(HMACSHA256.HashData(head.Key, Encoding.UTF8.GetBytes(text)));
        if (signature is null || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(computed), Encoding.ASCII.GetBytes(signature)))
        {
            throw SignatureVerifier.Mismatch();
        }

        _previous = computed;
    }
}
