namespace JobMgmt.StatesLanguage.Interpreter.Data;

/// <summary>AWS's limits for Standard executions.</summary>
public static class Limits
{
    /// <summary>Events in a history; the last one is ExecutionFailed.</summary>
    public const long HistoryEvents = 25000;

    /// <summary>UTF-8 bytes of an input, output or parameters.</summary>
    public const int PayloadBytes = 262144;

    /// <summary>Iterations of an inline Map that run at once, whatever its MaxConcurrency says.</summary>
    public const long InlineMapConcurrency = 40;

    /// <summary>The longest wait, in seconds: a year.</summary>
    public const long WaitSeconds = 99999999;
}
