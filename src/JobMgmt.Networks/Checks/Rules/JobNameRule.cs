using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Runs;

namespace JobMgmt.Networks.Checks.Rules;

/// <summary>Jobs that are called as the points from which Restart-JobNetwork goes on: they can't be named there.</summary>
internal sealed class JobNameRule : INetworkRule
{
    public void Check(CheckedScope machine, FindingList findings)
    {
        foreach (var state in machine.All())
        {
            if (state.Name is RestartPlan.FailedJob or RestartPlan.AfterFailedJob or RestartPlan.Start
                && (JobStateReader.Read(state.Name, state.Body) ?? NestedStateReader.Read(state.Name, state.Body)) is not null)
            {
                findings.Warning(
                    NetworkCodes.JobNamedAsRestartPoint, state.Location,
                    $"Restart-JobNetwork -From {state.Name} means a point of the run, whatever its jobs are called, so this job can't be named there. Give it another name.");
            }
        }
    }
}
