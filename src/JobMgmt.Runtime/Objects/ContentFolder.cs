using System.Buffers;
using System.Security.Cryptography;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using Microsoft.Win32.SafeHandles;

namespace JobMgmt.Runtime.Objects;

/// <summary>
/// The files that hold objects' bytes: <c>objects/RUN/ID</c>, with a folder for each run of the runtime. A file is written once, before the row that refers to it, and
/// deleted after that row: what a killed runtime leaves behind is a file without a row, in a folder of an earlier run, where <see cref="Sweep"/> finds it.
/// </summary>
internal sealed class ContentFolder(DataFolder data)
{
    private const int BufferSize = 1 << 16;
    private readonly string _run = Guid.NewGuid().ToString("N")[..12];

    private string Root => data.In("objects");

    /// <summary>Writes all of a stream to disk.</summary>
    /// <param name="source">Read to its end.</param>
    /// <param name="algorithm">The checksum to compute beside the MD5.</param>
    /// <param name="cancellation">Gives up; nothing stays.</param>
    /// <exception cref="StoreUnavailableException">The disk is full.</exception>
    public async Task<StagedContent> StageAsync(Stream source, ChecksumAlgorithm algorithm, CancellationToken cancellation)
    {
        var id = $"{_run}/{Guid.NewGuid():N}";
        var checksum = algorithm.Start();
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var size = 0L;
        try
        {
            using var file = OnDisk(() => Create(id));
            for (int count; (count = await source.ReadAsync(buffer, cancellation)) > 0; size += count)
            {
                md5.AppendData(buffer, 0, count);
                checksum.Append(buffer.AsSpan(0, count));
                OnDisk(() => RandomAccess.Write(file, buffer.AsSpan(0, count), size));
            }

            OnDisk(() => RandomAccess.FlushToDisk(file)); // before the row: a power cut leaves no object without its bytes
        }
        catch
        {
            Delete(id);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return new StagedContent(this, id, size, Convert.ToHexStringLower(md5.GetHashAndReset()), Convert.ToBase64String(checksum.Finish()), algorithm);
    }

    /// <summary>Opens a file; it can be read to its end even when it is deleted meanwhile.</summary>
    /// <exception cref="IOException">It is not there: its object was replaced.</exception>
    public FileStream Open(string id) => new(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous);

    /// <summary>Nothing refers to it any more. One that can't be deleted now is swept at a later start.</summary>
    public void Delete(string id)
    {
        try
        {
            File.Delete(PathOf(id));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Deletes the files of earlier runs that nothing refers to.</summary>
    /// <param name="referred">The ids that the store knows.</param>
    public void Sweep(IReadOnlySet<string> referred)
    {
        if (!Directory.Exists(Root))
        {
            return;
        }

        foreach (var run in Directory.EnumerateDirectories(Root).Select(Path.GetFileName).Where(run => run != _run).ToArray())
        {
            var folder = Path.Combine(Root, run!);
            foreach (var id in Directory.EnumerateFiles(folder).Select(file => $"{run}/{Path.GetFileName(file)}").Where(id => !referred.Contains(id)).ToArray())
            {
                Delete(id);
            }

            if (!Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }
    }

    private SafeFileHandle Create(string id)
    {
        Directory.CreateDirectory(Path.Combine(Root, _run));
        return File.OpenHandle(PathOf(id), FileMode.CreateNew, FileAccess.Write);
    }

    private static void OnDisk(Action write) => OnDisk(() =>
    {
        write();
        return true;
    });

    private static T OnDisk<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (IOException error)
        {
            throw new StoreUnavailableException(error);
        }
    }

    private string PathOf(string id) => Path.Combine(Root, id.Replace('/', Path.DirectorySeparatorChar));
}
