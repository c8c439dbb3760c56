using System.Security.Cryptography;
using JobMgmt.Runtime.Services;

namespace JobMgmt.Runtime.Wire.S3;

/// <summary>A body as it comes; at its end its SHA-256 must be the one that was signed.</summary>
/// <param name="source">The bytes.</param>
/// <param name="expected">In hexadecimal; null where the body is not signed.</param>
internal sealed class HashedBody(Stream source, string? expected) : ReadOnlyBody
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool _isVerified = expected is null;

    protected override async ValueTask<int> ReadVerifiedAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        var count = await source.ReadAsync(buffer, cancellation);
        if (_isVerified)
        {
            return count;
        }

        _hash.AppendData(buffer.Span[..count]);
        if (count == 0 && buffer.Length > 0)
        {
            _isVerified = true;
            if (Convert.ToHexStringLower(_hash.GetHashAndReset()) != expected)
            {
                throw new ServiceException("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.");
            }
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }
}
