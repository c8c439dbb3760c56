using System.Management.Automation;
using JobMgmt.Cmdlets.JobRuntimes;

namespace JobMgmt.Cmdlets.Common;

/// <summary>
/// The one place that makes error records. An id never changes once released: scripts test it as <c>FullyQualifiedErrorId</c>.
/// Each message says the thing, the cause and the remedy.
/// </summary>
internal static class ErrorRecords
{
    /// <summary>Any exception as a record.</summary>
    public static ErrorRecord From(Exception exception, object? target)
        => exception is CmdletFailure failure ? failure.Record : new ErrorRecord(exception, "UnexpectedError", ErrorCategory.NotSpecified, target);

    public static ErrorRecord RuntimeNotInstalled(string path) => Make(
        "JobRuntimeNotInstalled", ErrorCategory.NotInstalled, path,
        $"The local runtime is not where the module keeps it: '{path}' is missing. Build the solution, or install the module again.");

    public static ErrorRecord RuntimeNotStarted(string dataPath, string said, string? log) => Make(
        "JobRuntimeNotStarted", ErrorCategory.ResourceUnavailable, dataPath,
        $"The local runtime of '{dataPath}' did not start: {(said.Length == 0 ? "it said nothing" : said)}"
        + (log is null ? "" : $" (see '{log}')") + ". The .NET 10 runtime with ASP.NET Core must be installed.");

    public static ErrorRecord RuntimeNotRunning(string dataPath) => Make(
        "JobRuntimeNotRunning", ErrorCategory.ObjectNotFound, dataPath,
        $"No local runtime is up for '{dataPath}'. Start-JobRuntime starts one.");

    public static ErrorRecord RuntimeOnOtherPort(JobRuntime runtime) => Make(
        "JobRuntimeOnOtherPort", ErrorCategory.ResourceExists, runtime,
        $"The local runtime of '{runtime.DataPath}' is up already, at {runtime.Endpoint}. Stop it first (Stop-JobRuntime), or leave -Port out.");

    public static ErrorRecord RuntimeNotStopped(JobRuntime runtime, TimeSpan patience) => Make(
        "JobRuntimeNotStopped", ErrorCategory.OperationTimeout, runtime,
        $"The local runtime of '{runtime.DataPath}' (process {runtime.ProcessId}) was asked to end but has not within {patience.TotalSeconds:0} s. "
        + "See runtime.log in its data folder.");

    private static ErrorRecord Make(string id, ErrorCategory category, object? target, string message, Exception? cause = null)
        => new(new InvalidOperationException(message, cause), id, category, target);
}
