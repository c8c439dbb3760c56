namespace JobMgmt.Runtime.Processes;

/// <summary>The end of a supervised process.</summary>
/// <param name="Outcome">How.</param>
/// <param name="ExitCode">Its exit code; 137 where it was killed, -1 where it was lost.</param>
internal sealed record ProcessExit(ProcessOutcome Outcome, int ExitCode)
{
    public static ProcessExit Lost { get; } = new(ProcessOutcome.Lost, -1);
}
