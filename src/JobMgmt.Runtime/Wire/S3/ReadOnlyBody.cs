using JobMgmt.Runtime.Streams;

namespace JobMgmt.Runtime.Wire.S3;

/// <summary>A body that is read forward, and verified on the way.</summary>
internal abstract class ReadOnlyBody : ForwardReadStream
{
    /// <summary>Whether anything of it was asked for.</summary>
    public bool IsBegun { get; private set; }

    public sealed override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        IsBegun = true;
        return ReadVerifiedAsync(buffer, cancellationToken);
    }

    protected abstract ValueTask<int> ReadVerifiedAsync(Memory<byte> buffer, CancellationToken cancellation);
}
