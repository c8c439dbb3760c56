using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.MapRuns.Results;

namespace JobMgmt.Runtime.Executions.MapRuns;

/// <summary>How a Map Run's children ended, in the order of their items, some at a time.</summary>
internal sealed class MapRunChildResults(Database database)
{
    private const int AtOnce = 200;

    /// <summary>The results; they are read as they are asked for.</summary>
    public IEnumerable<ChildResult> Read(MapRunRecord run)
    {
        for (var after = -1L; ;)
        {
            var from = after;
            var page = database.Read(connection => MapRunChildStore.List(connection, run.Id, from, AtOnce));
            foreach (var (_, child) in page)
            {
                yield return Result(child);
            }

            if (page.Count < AtOnce)
            {
                yield break;
            }

            after = page[^1].Index;
        }
    }

    private static ChildResult Result(ExecutionRecord child) => child.Arn.Length == 0 // it never started
        ? new ChildResult { Status = child.Status, Input = child.Input }
        : new ChildResult
        {
            Status = child.Status,
            Input = child.Input,
            ExecutionArn = child.Arn,
            Name = child.Name,
            StateMachineArn = child.StateMachineArn,
            Output = child.Output,
            Error = child.Error,
            Cause = child.Cause,
            StartDate = child.Started,
            StopDate = child.Stopped,
            RedriveCount = child.RedriveCount,
        };
}
