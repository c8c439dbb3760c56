namespace JobMgmt.Runtime.Store;

/// <summary>A task of an execution.</summary>
/// <param name="Execution">The execution's key.</param>
/// <param name="Task">The task's id in it.</param>
/// <param name="State"><c>pending</c>, <c>sent</c> or <c>closed</c>.</param>
/// <param name="Resource">The Task state's Resource.</param>
/// <param name="Parameters">What the integration is called with, as JSON text; null once it is closed.</param>
/// <param name="StateName">The state's name.</param>
/// <param name="Child">The execution that a <c>.sync</c> waits for.</param>
/// <param name="MockedCall">Which of the calls of its mocked state it is, from 0; null for a real call.</param>
internal sealed record ExecutionTaskRecord(
    long Execution, long Task, string State, string Resource, string? Parameters, string StateName, long? Child, long? MockedCall)
{
    public bool IsOpen => State != "closed";
}
