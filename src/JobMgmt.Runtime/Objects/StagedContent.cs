using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Objects;

/// <summary>
/// Bytes that are on disk and that nothing refers to yet. The transaction that refers to them keeps them (<see cref="KeepAfterCommit"/>); else they are deleted on disposal.
/// </summary>
/// <param name="folder">Where they are.</param>
/// <param name="id">The file.</param>
/// <param name="size">Bytes.</param>
/// <param name="md5">In hexadecimal.</param>
/// <param name="checksum">Base64.</param>
/// <param name="algorithm">The checksum's algorithm.</param>
internal sealed class StagedContent(ContentFolder folder, string id, long size, string md5, string checksum, ChecksumAlgorithm algorithm) : IDisposable
{
    private bool _isKept;

    public string Id { get; } = id;

    public long Size { get; } = size;

    public string Md5 { get; } = md5;

    public string Checksum { get; } = checksum;

    public ChecksumAlgorithm Algorithm { get; } = algorithm;

    /// <summary>It stays once this transaction is on disk.</summary>
    public void KeepAfterCommit(StoreConnection store) => store.AfterCommit(() => _isKept = true);

    public void Dispose()
    {
        if (!_isKept)
        {
            folder.Delete(Id);
        }
    }
}
