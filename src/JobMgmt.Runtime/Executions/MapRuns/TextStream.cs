using System.Text;
using JobMgmt.Runtime.Streams;

namespace JobMgmt.Runtime.Executions.MapRuns;

/// <summary>A text in pieces as a stream of UTF-8: a piece is made when it is read.</summary>
internal sealed class TextStream(IEnumerable<string> pieces) : ForwardReadStream
{
    private readonly IEnumerator<string> _pieces = pieces.GetEnumerator();
    private ReadOnlyMemory<byte> _rest;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (_rest.IsEmpty)
        {
            if (!_pieces.MoveNext())
            {
                return ValueTask.FromResult(0);
            }

            _rest = Encoding.UTF8.GetBytes(_pieces.Current);
        }

        var count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return ValueTask.FromResult(count);
    }

    protected override void Dispose(bool disposing)
    {
        _pieces.Dispose();
        base.Dispose(disposing);
    }
}
