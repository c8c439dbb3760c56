using System.Text;

namespace JobMgmt.Runtime.Commands;

/// <summary>Reads output files, which may be huge and are not always UTF-8, in pieces.</summary>
internal static class OutputReader
{
    private const int MostBytes = 800_000; // as the agent: four events of 200,000 bytes at a time
    private const int EventBytes = 200_000;
    private const int MostEvents = 4;

    /// <summary>
    /// What is to be logged from an offset on: messages of whole lines, joined by line ends without the last, up to 200,000 bytes each, as the agent sends them.
    /// A longer line is cut. A line that is not finished waits, unless the output is.
    /// </summary>
    /// <param name="path">The file; one that is not there is empty.</param>
    /// <param name="offset">The bytes that were taken before.</param>
    /// <param name="isFinished">Whether nothing is written any more.</param>
    /// <param name="ending">What the agent appends once the file is finished.</param>
    public static OutputPiece Read(string path, long offset, bool isFinished, string ending = "")
    {
        var buffer = ReadBytes(path, offset, MostBytes, out var isEnd);
        var messages = new List<string>();
        var taken = 0;
        while (messages.Count < MostEvents && NextMessage(buffer.AsSpan(taken), isFinished && isEnd) is > 0 and var length)
        {
            messages.Add(Decode(buffer.AsSpan(taken, length)));
            taken += length;
        }

        var isLast = isFinished && isEnd && taken == buffer.Length;
        if (isLast && ending.Length > 0)
        {
            if (messages.Count == 0)
            {
                messages.Add(ending);
            }
            else
            {
                messages[^1] += (buffer.AsSpan().EndsWith("\n"u8) ? "\n" : "") + ending; // as if it were written to the file
            }
        }

        return new OutputPiece(messages, offset + taken, isLast);
    }

    /// <summary>The beginning of the output, cut as the agent cuts it for GetCommandInvocation.</summary>
    public static string ReadHead(string path, int mostCharacters, string ending = "")
    {
        const string mark = "--output truncated--";
        var text = Encoding.UTF8.GetString(ReadBytes(path, 0, (mostCharacters + 1) * 4, out _)) + ending;
        return text.Length <= mostCharacters ? text : text[..(mostCharacters - mark.Length)] + mark;
    }

    private static byte[] ReadBytes(string path, long offset, int most, out bool isEnd)
    {
        isEnd = true;
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        var buffer = new byte[Math.Max(0, Math.Min(most, file.Length - offset))];
        file.Seek(offset, SeekOrigin.Begin);
        var count = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        isEnd = offset + count >= file.Length;
        return count == buffer.Length ? buffer : buffer[..count];
    }

    /// <summary>How many bytes the next message takes, its last line end included; 0 while its line is not finished.</summary>
    private static int NextMessage(ReadOnlySpan<byte> bytes, bool isFinished)
    {
        if (bytes.Length <= EventBytes && isFinished)
        {
            return bytes.Length;
        }

        var wholeLines = bytes[..Math.Min(bytes.Length, EventBytes)].LastIndexOf((byte)'\n') + 1;
        if (wholeLines > 0 || bytes.Length <= EventBytes)
        {
            return wholeLines;
        }

        var end = EventBytes; // one line that is longer: cut before a character, not inside it
        while (end > EventBytes - 4 && bytes[end] is >= 0x80 and < 0xC0)
        {
            end--;
        }

        return end;
    }

    private static string Decode(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.EndsWith("\n"u8) ? bytes[..^1] : bytes);
}
