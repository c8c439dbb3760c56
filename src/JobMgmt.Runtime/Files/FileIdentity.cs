using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace JobMgmt.Runtime.Files;

/// <summary>
/// What tells a file from another of its name, and from itself before it was written to: size, time of the last write, and where the system has them inode and time of birth.
/// </summary>
/// <param name="Size">Bytes.</param>
/// <param name="Text">All of it, as it is stored.</param>
internal sealed record FileIdentity(long Size, string Text)
{
    private const int CurrentFolder = -100; // AT_FDCWD
    private const int NoFollow = 0x100; // AT_SYMLINK_NOFOLLOW
    private const uint BasicAndBirth = 0xFFF; // STATX_BASIC_STATS | STATX_BTIME
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    /// <summary>In place of S3's ETag: the same as long as the file is.</summary>
    public string ETag => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)).AsSpan(0, 16));

    /// <summary>A regular file's; null where there is none. Symbolic links are not followed.</summary>
    public static FileIdentity? Of(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            return Linux(path, RegularFile);
        }

        var file = new FileInfo(path);
        return file.Exists && file.LinkTarget is null ? new FileIdentity(file.Length, Join(file.Length, file.LastWriteTimeUtc.Ticks, 0, file.CreationTimeUtc.Ticks)) : null;
    }

    /// <summary>What tells a folder from another of its name; null where there is none.</summary>
    public static string? OfFolder(string path) => OperatingSystem.IsLinux() ? Linux(path, Folder)?.Text
        : Directory.Exists(path) ? Join(0, 0, 0, Directory.GetCreationTimeUtc(path).Ticks)
        : null;

    /// <summary>By statx(2), whose answer has the same form on all processors, and which alone tells the time of birth.</summary>
    private static FileIdentity? Linux(string path, int type)
    {
        var answer = new byte[256];
        var flags = type == Folder ? 0 : NoFollow; // a watched folder itself may be a link
        if (Stat(CurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), flags, BasicAndBirth, answer) != 0 || (BinaryPrimitives.ReadUInt16LittleEndian(answer.AsSpan(28)) & TypeMask) != type)
        {
            return null;
        }

        long Number(int at) => MemoryMarshal.Read<long>(answer.AsSpan(at));
        long Time(int at) => unchecked((Number(at) * 1_000_000_000) + MemoryMarshal.Read<uint>(answer.AsSpan(at + 8)));
        var (inode, size, born, modified) = (Number(32), Number(40), Time(80), Time(112));
        return type == Folder ? new FileIdentity(0, Join(0, 0, inode, born)) : new FileIdentity(size, Join(size, modified, inode, born));
    }

    private static string Join(long size, long modified, long inode, long born) => string.Create(CultureInfo.InvariantCulture, $"{size} {modified} {inode} {born}");

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat(int folder, byte[] path, int flags, uint mask, byte[] answer);
}
