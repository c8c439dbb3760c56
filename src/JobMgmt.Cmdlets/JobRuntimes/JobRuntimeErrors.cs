using System.Management.Automation;
using JobMgmt.Cmdlets.Common;

namespace JobMgmt.Cmdlets.JobRuntimes;

/// <summary>The error records that speak of local runtimes; their form is <see cref="ErrorRecords"/>'s.</summary>
internal static class JobRuntimeErrors
{
    public static ErrorRecord RuntimeNotInstalled(string path) => ErrorRecords.Make(
        "JobRuntimeNotInstalled", ErrorCategory.NotInstalled, path,
        $"The local runtime is not where the module keeps it: '{path}' is missing. Build the solution, or install the module again.");

    public static ErrorRecord RuntimeNotStarted(string dataPath, string said, string? log) => ErrorRecords.Make(
        "JobRuntimeNotStarted", ErrorCategory.ResourceUnavailable, dataPath,
        $"The local runtime of '{dataPath}' did not start: {(said.Length == 0 ? "it said nothing" : said)}"
        + (log is null ? "" : $" (see '{log}')") + "." + (SpeaksOfDotnet(said) ? " The .NET 10 runtime with ASP.NET Core must be installed." : ""));

    public static ErrorRecord RuntimeNotRunning(string dataPath) => ErrorRecords.Make(
        "JobRuntimeNotRunning", ErrorCategory.ObjectNotFound, dataPath,
        $"No local runtime is up for '{dataPath}'. Start-JobRuntime starts one.");

    public static ErrorRecord RuntimeOnOtherPort(JobRuntime runtime) => ErrorRecords.Make(
        "JobRuntimeOnOtherPort", ErrorCategory.ResourceExists, runtime,
        $"The local runtime of '{runtime.DataPath}' is up already, at {runtime.Endpoint}. Stop it first (Stop-JobRuntime), or leave -Port out.");

    public static ErrorRecord RuntimeHasOtherMocks(JobRuntime runtime, string mockConfigFile) => ErrorRecords.Make(
        "JobRuntimeHasOtherMocks", ErrorCategory.ResourceExists, runtime,
        $"The local runtime of '{runtime.DataPath}' is up already, {(runtime.MockConfigFile is null ? "without a mock file" : $"with the mock file '{runtime.MockConfigFile}'")}, "
        + $"not with '{mockConfigFile}'. Stop it first (Stop-JobRuntime): what runs goes on when it is started again.");

    public static ErrorRecord RuntimeNotStopped(JobRuntime runtime, TimeSpan patience) => ErrorRecords.Make(
        "JobRuntimeNotStopped", ErrorCategory.OperationTimeout, runtime,
        $"The local runtime of '{runtime.DataPath}' (process {runtime.ProcessId}) was asked to end but has not within {patience.TotalSeconds:0} s. "
        + "See runtime.log in its data folder.");

    // What the runtime itself refuses, such as a port or a mock file, has its own remedy; else it is dotnet that speaks, or nobody.
    private static bool SpeaksOfDotnet(string said)
        => said.Length == 0 || said.IndexOf("dotnet", StringComparison.OrdinalIgnoreCase) >= 0 || said.IndexOf("framework", StringComparison.OrdinalIgnoreCase) >= 0;
}
