using JobMgmt.Runtime.Streams;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>Some bytes of a file: read from where it stands, for a length. Closes the file with itself.</summary>
internal sealed class RangeStream(Stream file, long length) : ForwardReadStream
{
    private long _left = length;

    /// <summary>A range of a stream, which is moved to its start.</summary>
    public static RangeStream Of(Stream file, ByteRange range)
    {
        file.Seek(range.Start, SeekOrigin.Begin);
        return new RangeStream(file, range.Length);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = file.Read(buffer, offset, (int)Math.Min(count, _left));
        _left -= read;
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await file.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
        _left -= read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}
