using JobMgmt.Runtime.Streams;

namespace JobMgmt.Runtime.Objects;

/// <summary>The bytes of streams, one after the other; each is opened when its turn comes.</summary>
internal sealed class JoinedStream(params IReadOnlyList<Func<Stream>> parts) : ForwardReadStream
{
    private int _next;
    private Stream? _current;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_current is not null || _next < parts.Count)
        {
            _current ??= parts[_next++]();
            if (await _current.ReadAsync(buffer, cancellationToken) is > 0 and var count)
            {
                return count;
            }

            await _current.DisposeAsync();
            _current = null;
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _current?.Dispose();
        }

        base.Dispose(disposing);
    }
}
