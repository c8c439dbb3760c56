namespace JobMgmt.Runtime.Services.Ssm.Commands;

/// <summary>Both streams in one text, as the agent joins and cuts them for ListCommandInvocations.</summary>
internal static class PluginOutput
{
    private const string ErrorTitle = "\n----------ERROR-------\n";
    private const string OutputMark = "\n---Output truncated---";
    private const string ErrorMark = "\n---Error truncated----";

    /// <summary>Where both don't fit, a stream that needs less than half of the room is kept whole.</summary>
    public static string Join(string stdout, string stderr, int most)
    {
        var title = stderr.Length > 0 ? ErrorTitle : "";
        var room = most - title.Length;
        if (stdout.Length + stderr.Length < room)
        {
            return stdout + title + stderr;
        }

        var half = room / 2;
        return stdout.Length < half ? stdout + title + Cut(stderr, room - stdout.Length, ErrorMark)
            : stderr.Length < half ? Cut(stdout, room - stderr.Length, OutputMark) + title + stderr
            : Cut(stdout, half, OutputMark) + title + Cut(stderr, half, ErrorMark);
    }

    private static string Cut(string text, int room, string mark) => text[..Math.Min(text.Length, room - mark.Length)] + mark;
}
