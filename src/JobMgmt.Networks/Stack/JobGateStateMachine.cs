using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// JobGate: its executions are gates. A branch of a network's run waits for the end of one, and another branch ends it when a job that the first one waits for has ended.
/// It does nothing itself; one that is never opened ends by itself, after as long as a run can take.
/// </summary>
internal static class JobGateStateMachine
{
    private const string Closed = "Closed";
    private const string NotOpened = "Not opened";
    private const int MostSeconds = 31_536_000;

    internal static StateMachineArtefact Artefact(RunJobStackNames names) => new(
        names.JobGate,
        names.JobGateArn,
        "Lets a branch of a network's run wait for a job of another branch.",
        Asl.Machine("A gate between branches of a network's run. It is opened by stopping it; the cause says what opened it.", Closed, null, new[]
        {
            Asl.State(Closed, JsonObject.Of(("Type", "Wait"), ("Seconds", MostSeconds), ("Next", NotOpened))),
            Asl.State(NotOpened, JsonObject.Of(("Type", "Fail"), ("Error", "GateNotOpened"), ("Cause", "Nobody has opened the gate within a year."))),
        }),
        names.RoleArn(names.JobGateRole))
    {
        Tags = StackTags.OfStack(names),
    };
}
