using System.IO;
using System.IO.Compression;
using System.Text;

namespace JobMgmt.Networks.Compilation;

/// <summary>Text in UTF-8, gzip and Base64: what <c>base64 -d | gzip -dc</c> makes text again.</summary>
internal static class PackedText
{
    // What a state machine's 1 MiB can hold is less; more is no job but somebody's trap.
    private const int MaxUnpacked = 16 * 1024 * 1024;

    /// <summary>Packs; the same on every system that has the same zlib: no time and no system's name in it.</summary>
    internal static string Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            gzip.Write(bytes, 0, bytes.Length);
        }

        var result = packed.ToArray();
        for (var i = 4; i < 8; i++)
        {
            result[i] = 0; // the time
        }

        result[8] = 0; // how hard it tried
        result[9] = 255; // the system: unknown
        return Convert.ToBase64String(result);
    }

    /// <summary>The text; null where it is none that was packed.</summary>
    internal static string? Unpack(string packed)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
            using var text = new MemoryStream();
            var piece = new byte[64 * 1024];
            for (int read; (read = gzip.Read(piece, 0, piece.Length)) > 0;)
            {
                text.Write(piece, 0, read);
                if (text.Length > MaxUnpacked)
                {
                    return null;
                }
            }

            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text.ToArray());
        }
        catch (Exception error) when (error is FormatException or InvalidDataException or ArgumentException)
        {
            return null;
        }
    }
}
