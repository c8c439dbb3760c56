namespace JobMgmt.StatesLanguage.Interpreter.Errors;

/// <summary>Ends the execution at once, whatever the states would catch: the event limit, a state's output over the size limit.</summary>
internal sealed class ExecutionFault : Exception
{
    public ExecutionFault(string error, string cause, long previousEventId)
        : base(cause)
    {
        Error = error;
        PreviousEventId = previousEventId;
    }

    public string Error { get; }

    public long PreviousEventId { get; }
}
