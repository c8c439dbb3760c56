namespace JobMgmt.Runtime.Processes;

/// <summary>A process under a supervisor of its own. It runs on when the runtime ends, in whatever way.</summary>
internal interface ISupervisedProcess
{
    /// <summary>Its end, noticed within milliseconds. Cancelled only when the runtime itself stops watching.</summary>
    Task<ProcessExit> Completion { get; }

    /// <summary>When it ended, by the machine's clock: perhaps while no runtime watched. Null before, and where it was lost.</summary>
    DateTimeOffset? EndedAt { get; }

    /// <summary>What it has written to standard output; the file is not there before it runs.</summary>
    string StdoutPath { get; }

    /// <summary>What it has written to standard error; the file is not there before it runs.</summary>
    string StderrPath { get; }

    /// <summary>Kills the whole process group. The wish is kept in the folder: it holds also when the process has not begun yet or the runtime dies now.</summary>
    Task KillAsync();
}
