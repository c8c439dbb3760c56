using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using JobMgmt.Networks.Runs;

namespace JobMgmt.Cmdlets.Completers;

/// <summary>Completes the fixed points from which a run can be continued.</summary>
public sealed class RestartPointCompleter : IArgumentCompleter
{
    private static readonly (string Point, string Meaning)[] _points =
    [
        (RestartPlan.FailedJob, "The jobs that failed, and those that did not come to their turn"),
        (RestartPlan.AfterFailedJob, "What comes after the failed jobs, as if they had succeeded"),
        (RestartPlan.Start, "All jobs"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) => _points
            .Where(point => point.Point.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
            .Select(point => new CompletionResult(point.Point, point.Point, CompletionResultType.ParameterValue, point.Meaning));
}
