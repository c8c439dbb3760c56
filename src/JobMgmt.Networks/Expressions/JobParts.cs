namespace JobMgmt.Networks.Expressions;

/// <summary>What an expression can ask of a job that has ended. The names are those in expressions.</summary>
[Flags]
internal enum JobParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What became of it.</summary>
    Status = 1,

    /// <summary>The command's exit code.</summary>
    ExitCode = 2,

    /// <summary>What it tells of its output.</summary>
    Output = 4,

    /// <summary>The error's name where it failed.</summary>
    Error = 8,

    /// <summary>All of these.</summary>
    All = Status | ExitCode | Output | Error,
}
