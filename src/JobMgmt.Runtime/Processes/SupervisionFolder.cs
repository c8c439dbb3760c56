using System.Globalization;

namespace JobMgmt.Runtime.Processes;

/// <summary>The files by which a supervisor and the runtime tell each other things: <c>claim</c>, <c>job</c>, <c>cancel</c>, <c>exit</c>.</summary>
internal sealed class SupervisionFolder(string path)
{
    public string Path { get; } = path;

    public string Stdout => In("stdout");

    public string Stderr => In("stderr");

    /// <summary>Whether a supervisor has taken the folder, now or ever.</summary>
    public bool IsClaimed => File.Exists(In("claim"));

    /// <summary>Whether <see cref="AskToCancel"/> was called, in whichever life of the runtime.</summary>
    public bool IsCancelAsked => File.Exists(In("cancel"));

    /// <summary>The supervisor's process id; null for the instant between the claim and its content, and before.</summary>
    public int? Supervisor => ReadNumber("claim");

    /// <summary>The process id of the job, which is its group's too.</summary>
    public int? Job => ReadNumber("job");

    /// <summary>When the exit was left, or null while there is none.</summary>
    public DateTimeOffset? ExitTime => File.Exists(In("exit")) ? new DateTimeOffset(File.GetLastWriteTimeUtc(In("exit"))) : null;

    public void AskToCancel() => File.WriteAllText(In("cancel"), "");

    /// <summary>The exit that the supervisor left, or null while it has left none.</summary>
    public ProcessExit? ReadExit()
    {
        var parts = ReadOrNull("exit")?.Split(' ', StringSplitOptions.TrimEntries);
        if (parts is not { Length: 2 } || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        return parts[0] switch
        {
            "exited" => new ProcessExit(ProcessOutcome.Exited, code),
            "timedout" => new ProcessExit(ProcessOutcome.TimedOut, code),
            _ when IsCancelAsked => new ProcessExit(ProcessOutcome.Cancelled, code),
            _ => ProcessExit.Lost, // somebody else ended it: the machine's shutdown, or a hand
        };
    }

    /// <summary>What the supervisor itself had to say.</summary>
    public string ReadSupervisorLog() => ReadOrNull("supervisor")?.Trim() ?? "";

    private int? ReadNumber(string name) =>
        int.TryParse(ReadOrNull(name), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string? ReadOrNull(string name)
    {
        try
        {
            return File.ReadAllText(In(name));
        }
        catch (IOException)
        {
            return null; // not there yet, or being renamed into place
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
