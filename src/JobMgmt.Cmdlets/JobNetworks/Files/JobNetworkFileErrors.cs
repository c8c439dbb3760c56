using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworks.Files;

/// <summary>The error records that speak of networks' files; their form is <see cref="ErrorRecords"/>'s.</summary>
internal static class JobNetworkFileErrors
{
    public static string ForeignInImport(string machine) =>
        $"The state machine '{machine}' was not made by JobMgmt (it lacks the tag {StackTags.Network}), so it is not touched. Give the network in the file another name, or replace the machine by it with "
        + "Import-JobNetwork -Force; runs that go on keep their definition.";

    public static string ForeignExpress(string machine) =>
        $"The state machine '{machine}' was not made by JobMgmt and is an EXPRESS one, which can't become a job network. Give the network in the file another name.";

    public static ErrorRecord PathIsEmpty(string consequence) => ErrorRecords.Make(
        "JobNetworkPathEmpty", ErrorCategory.InvalidArgument, null,
        $"What was given as a path is empty, so {consequence}. Take it out, such as with Where-Object {{ $_ }}, or name the file or folder.");

    public static ErrorRecord DefinitionFileNotFound(string path) => ErrorRecords.Make(
        "JobNetworkFileNotFound", ErrorCategory.ObjectNotFound, path,
        WildcardPattern.ContainsWildcardCharacters(path)
            ? $"No file matches '{path}'. Where the name itself has such characters, give it with -LiteralPath."
            : $"There is no file '{path}'.");

    public static ErrorRecord DefinitionFileIsFolder(string path) => ErrorRecords.Make(
        "JobNetworkFileIsFolder", ErrorCategory.InvalidArgument, path, $"'{path}' is a folder. Name the files in it, such as '{System.IO.Path.Combine(path, "*.json")}'.");

    public static ErrorRecord DefinitionFileUnreadable(string path, Exception cause) => ErrorRecords.Make(
        "JobNetworkFileUnreadable", cause is UnauthorizedAccessException ? ErrorCategory.PermissionDenied : ErrorCategory.ReadError, path,
        $"'{path}' can't be read: {cause.Message}", cause);

    public static ErrorRecord DefinitionFileNotText(string path, Exception cause) => ErrorRecords.Make(
        "JobNetworkFileNotText", ErrorCategory.InvalidData, path, $"'{path}' is no text in UTF-8, nor in UTF-16 or UTF-32 with a byte order mark. Save it as UTF-8.", cause);

    public static ErrorRecord NetworkFileExists(string name, string file) => ErrorRecords.Make(
        "JobNetworkFileExists", ErrorCategory.ResourceExists, file, $"'{file}' exists and differs from the job network '{name}'. Replace it with -Force.");

    public static ErrorRecord NetworkFileTaken(string name, string file) => ErrorRecords.Make(
        "JobNetworkFileTaken", ErrorCategory.ResourceExists, file,
        $"'{file}' was just written for another job network, so '{name}' was not: their names differ in case alone, or -Path names one file. Export it to another folder.");

    public static ErrorRecord NetworkFilesInvalid(IReadOnlyList<string> faults) => ErrorRecords.Make(
        "JobNetworkFileInvalid", ErrorCategory.InvalidData, null,
        $"The files have {faults.Count} fault(s), so nothing was done with them.{Environment.NewLine}{string.Join(Environment.NewLine, faults)}");

    public static ErrorRecord NoNetworkFiles(string path) => ErrorRecords.Make(
        "JobNetworkFileNotFound", ErrorCategory.ObjectNotFound, path, $"There is no job network in '{path}'. Files of networks end in .jobnetwork.yaml or .asl.json; name any other file itself.");

    public static ErrorRecord MadeMeanwhile(string name) => ErrorRecords.Make(
        "JobNetworkMadeMeanwhile", ErrorCategory.ResourceExists, name,
        $"Somebody has made the job network '{name}' since this import was planned, and not as the file has it. See what differs: Import-JobNetwork -WhatIf.");

    public static ErrorRecord NetworkRuns(string name) => ErrorRecords.Make(
        "JobNetworkRunning", ErrorCategory.ResourceBusy, name, $"The job network '{name}' runs, so it was not removed. Wait for it (Wait-JobNetwork {name}), or use -Force: what runs goes on to its end.");

    public static ErrorRecord ImportFailed(IReadOnlyList<JobNetworkChange> results, IReadOnlyCollection<string> parts, ErrorRecord cause)
    {
        string Names(JobNetworkChangeState state) => string.Join(", ", results
            .Where(one => one.State == state && one.Action != JobNetworkAction.Same).Select(one => one.Name).DefaultIfEmpty("none"));
        return ErrorRecords.Make(
            "JobNetworkImportFailed", cause.CategoryInfo.Category, results.First(one => one.State == JobNetworkChangeState.Failed),
            $"The import ended at '{Names(JobNetworkChangeState.Failed)}': {cause.Exception.Message} {(parts.Count == 0 ? "" : $"Of it, this is done: {string.Join(", ", parts)}. ")}Done: {Names(JobNetworkChangeState.Done)}. "
            + $"Not tried: {Names(JobNetworkChangeState.NotTried)}. Mend the cause and import again: what is done is passed over.",
            cause.Exception);
    }
}
