namespace JobMgmt.Runtime.Processes;

/// <summary>What a supervised process is to be. The folder is its identity: in one folder a process is started at most once, ever.</summary>
internal sealed record ProcessSpec
{
    /// <summary>A folder of this process alone; made where it is not there, never deleted by the supervisor.</summary>
    public required string Folder { get; init; }

    /// <summary>The program: a path, or a name that is looked up on PATH.</summary>
    public required string FileName { get; init; }

    /// <summary>A folder in <see cref="Folder"/> where a process can't get at the files by which it is supervised.</summary>
    public string OwnWorkingDirectory => Path.Combine(Folder, "work");

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Variables beside those that the runtime itself has; a null value takes one away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>
    /// Files to put into the folder before it starts, by name, executable by the owner. Here and not by the caller: while one thread starts a process, a file that
    /// another writes is open in the child too for an instant, and can't be executed then.
    /// </summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Must be there, save for <see cref="OwnWorkingDirectory"/>, which is made. Null is <see cref="Folder"/>.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>After it the whole process group is killed, whether or not the runtime is alive then; parts of a second are rounded up.</summary>
    public TimeSpan Timeout { get; init; } = System.Threading.Timeout.InfiniteTimeSpan;
}
