using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JobMgmt.Runtime.Services;

namespace JobMgmt.Runtime.Wire.S3;

/// <summary>
/// A body in aws-chunked encoding: <c>SIZE[;chunk-signature=HEX]</c>, the data, and so on until a chunk of size 0, which trailing headers may follow. Signatures, if the
/// form has them, are verified chunk by chunk.
/// </summary>
/// <param name="source">The encoded bytes.</param>
/// <param name="signatures">Null where chunks are not signed.</param>
/// <param name="hasTrailer">Whether headers follow.</param>
/// <param name="decodedLength">x-amz-decoded-content-length, if sent.</param>
/// <param name="trailers">Takes the trailing headers.</param>
internal sealed class ChunkedBody(
    Stream source, ChunkSignatures? signatures, bool hasTrailer, long? decodedLength, Dictionary<string, string> trailers) : ReadOnlyBody
{
    private const int MostLine = 16 << 10;
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private (int Start, int End) _buffered;
    private long _left;
    private string? _signature;
    private bool _isInChunks;
    private bool _isEnded;
    private long _total;

    protected override async ValueTask<int> ReadVerifiedAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        if (_left == 0 && !_isEnded)
        {
            await NextChunkAsync(cancellation);
        }

        if (_isEnded || buffer.Length == 0)
        {
            return 0;
        }

        await FillAsync(cancellation);
        var count = (int)Math.Min(Math.Min(buffer.Length, _left), _buffered.End - _buffered.Start);
        var data = _buffer.AsMemory(_buffered.Start, count);
        data.CopyTo(buffer);
        if (signatures is not null)
        {
            _hash.AppendData(data.Span);
        }

        _buffered.Start += count;
        _left -= count;
        _total += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }

    private async Task NextChunkAsync(CancellationToken cancellation)
    {
        if (_isInChunks)
        {
            signatures?.VerifyChunk(_hash.GetHashAndReset(), _signature);
            await LineAsync(cancellation); // the line end after the data
        }

        _isInChunks = true;
        var parts = (await LineAsync(cancellation)).Split(';');
        _signature = parts.Skip(1).Select(part => part.Trim()).FirstOrDefault(part => part.StartsWith("chunk-signature=", StringComparison.Ordinal))?["chunk-signature=".Length..];
        if (!long.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _left) || _left < 0)
        {
            throw Incomplete();
        }

        if (_left == 0)
        {
            await EndAsync(cancellation);
        }
    }

    private async Task EndAsync(CancellationToken cancellation)
    {
        signatures?.VerifyChunk(_hash.GetHashAndReset(), _signature);
        if (hasTrailer)
        {
            await ReadTrailersAsync(cancellation);
        }

        while (await source.ReadAsync(_buffer, cancellation) > 0)
        {
            // what is left is the last line end
        }

        _isEnded = true;
        if (decodedLength is { } length && length != _total)
        {
            throw Incomplete();
        }
    }

    private async Task ReadTrailersAsync(CancellationToken cancellation)
    {
        var signed = new StringBuilder();
        string? signature = null;
        while (await LineAsync(cancellation) is { Length: > 0 } line)
        {
            var mark = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = mark < 0 ? throw Incomplete() : (line[..mark].Trim().ToLowerInvariant(), line[(mark + 1)..].Trim());
            if (name == "x-amz-trailer-signature")
            {
                signature = value;
            }
            else
            {
                trailers[name] = value;
                signed.Append(name).Append(':').Append(value).Append('\n');
            }
        }

        signatures?.VerifyTrailer(signed.ToString(), signature);
    }

    /// <summary>A line without its end; what the body ends with counts as one.</summary>
    private async Task<string> LineAsync(CancellationToken cancellation)
    {
        var line = new List<byte>();
        while (true)
        {
            if (_buffered.Start == _buffered.End && !await TryFillAsync(cancellation))
            {
                return hasTrailer && line.Count == 0 ? "" : throw Incomplete();
            }

            var value = _buffer[_buffered.Start++];
            if (value == '\n')
            {
                return Encoding.ASCII.GetString(line.Count > 0 && line[^1] == '\r' ? [.. line[..^1]] : [.. line]);
            }

            line.Add(value);
            if (line.Count > MostLine)
            {
                throw Incomplete();
            }
        }
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        if (_buffered.Start == _buffered.End && !await TryFillAsync(cancellation))
        {
            throw Incomplete();
        }
    }

    private async Task<bool> TryFillAsync(CancellationToken cancellation)
    {
        _buffered = (0, await source.ReadAsync(_buffer, cancellation));
        return _buffered.End > 0;
    }

    private static ServiceException Incomplete() => new("IncompleteBody", "The request body terminated unexpectedly");
}
