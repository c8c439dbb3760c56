using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Automation.Executions;

/// <summary>Tells the loop, after a change is on disk, that an automation has a step to run or to interrupt. It stands between the two so that neither needs the other to exist.</summary>
internal sealed class AutomationWaker
{
    private Action<string, bool> _wake = (_, _) => { };

    /// <summary>Where to tell it: an automation's id, and whether its running step is to be interrupted.</summary>
    public void Attach(Action<string, bool> wake) => _wake = wake;

    public void WakeAfterCommit(StoreConnection connection, string automationId) => connection.AfterCommit(() => _wake(automationId, false));

    public void InterruptAfterCommit(StoreConnection connection, string automationId) => connection.AfterCommit(() => _wake(automationId, true));
}
