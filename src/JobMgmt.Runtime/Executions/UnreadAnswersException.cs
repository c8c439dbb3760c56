using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Executions;

/// <summary>
/// A step gives tasks up whose calls have been accepted meanwhile. Thrown in the step's transaction, so that the answers are read first: what a task has started stands in the history then, where
/// whoever stops it looks for it.
/// </summary>
/// <param name="answers">The answers, in their order.</param>
internal sealed class UnreadAnswersException(IReadOnlyList<ExecutionInputRecord> answers) : Exception
{
    public IReadOnlyList<ExecutionInputRecord> Answers { get; } = answers;
}
