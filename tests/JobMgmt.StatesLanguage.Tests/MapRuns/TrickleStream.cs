namespace JobMgmt.StatesLanguage.Tests.MapRuns;

/// <summary>A file that gives only so many bytes at once, as the network does.</summary>
internal sealed class TrickleStream : MemoryStream
{
    private readonly int _atOnce;

    public TrickleStream(byte[] content, int atOnce)
        : base(content) => _atOnce = atOnce;

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, _atOnce));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, _atOnce)]);
}
