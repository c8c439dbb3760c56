using System.Management.Automation;
using Amazon.Runtime;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Connections;
using JobMgmt.Cmdlets.JobNetworkRuns;
using JobMgmt.Cmdlets.JobNetworkSuspensions;
using JobMgmt.Cmdlets.JobRuntimes;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.Common;

/// <summary>
/// The one place that makes error records. An id never changes once released: scripts test it as <c>FullyQualifiedErrorId</c>.
/// Each message says the thing, the cause and the remedy.
/// </summary>
internal static class ErrorRecords
{
    /// <summary>Any exception as a record.</summary>
    public static ErrorRecord From(Exception exception, object? target) => exception switch
    {
        CmdletFailure failure => failure.Record,
        SessionException session => SessionFailed(session, target),
        Schedules.Calendars.CalendarException calendar => Make("JobCalendarInvalid", ErrorCategory.InvalidData, target, calendar.Message, calendar),
        InvalidNetworkException invalid => Make("InvalidJobNetwork", ErrorCategory.InvalidData, target, invalid.Message, invalid),
        AmazonServiceException { ErrorCode.Length: > 0 } service => FromAws(service, target),
        AmazonServiceException unnamed => Make("AwsServiceError", ErrorCategory.InvalidResult, target, $"The target answered with an error that has no code: {unnamed.Message}", unnamed),
        AmazonClientException or System.Net.Http.HttpRequestException or System.Net.Sockets.SocketException => Make(
            "JobMgmtTargetUnreachable", ErrorCategory.ConnectionError, target,
            $"The target can't be reached: {exception.Message.TrimEnd('.')}. {(ConnectionState.LocalFolder is { } folder
                ? $"Start the local runtime again with Start-JobRuntime -DataPath '{folder.Path}': its runs go on where they stood."
                : "Check the network, and what Get-JobMgmtConnection shows.")}", exception),
        _ => new ErrorRecord(exception, "UnexpectedError", ErrorCategory.NotSpecified, target),
    };

    private static ErrorRecord FromAws(AmazonServiceException exception, object? target)
    {
        (ErrorCategory category, string remedy) = AwsErrorTable.Find(exception.ErrorCode);
        string subject = target is null ? "" : $"'{target}': ";
        return Make(exception.ErrorCode, category, target, $"{subject}{exception.Message.TrimEnd('.')}. {remedy}".TrimEnd(), exception);
    }

    private static ErrorRecord SessionFailed(SessionException exception, object? target) => Make(
        exception.Code.ToString(),
        exception.Code switch
        {
            SessionErrorCode.OptionsInvalid => ErrorCategory.InvalidArgument,
            SessionErrorCode.ProfileNotFound or SessionErrorCode.RuntimeNotRunning => ErrorCategory.ObjectNotFound,
            SessionErrorCode.RuntimeFilesInvalid => ErrorCategory.InvalidData,
            _ => ErrorCategory.AuthenticationError,
        },
        target,
        exception.Message,
        exception);

    public static ErrorRecord RuntimeNotInstalled(string path) => Make(
        "JobRuntimeNotInstalled", ErrorCategory.NotInstalled, path,
        $"The local runtime is not where the module keeps it: '{path}' is missing. Build the solution, or install the module again.");

    public static ErrorRecord RuntimeNotStarted(string dataPath, string said, string? log) => Make(
        "JobRuntimeNotStarted", ErrorCategory.ResourceUnavailable, dataPath,
        $"The local runtime of '{dataPath}' did not start: {(said.Length == 0 ? "it said nothing" : said)}"
        + (log is null ? "" : $" (see '{log}')") + "." + (SpeaksOfDotnet(said) ? " The .NET 10 runtime with ASP.NET Core must be installed." : ""));

    public static ErrorRecord RuntimeNotRunning(string dataPath) => Make(
        "JobRuntimeNotRunning", ErrorCategory.ObjectNotFound, dataPath,
        $"No local runtime is up for '{dataPath}'. Start-JobRuntime starts one.");

    public static ErrorRecord RuntimeOnOtherPort(JobRuntime runtime) => Make(
        "JobRuntimeOnOtherPort", ErrorCategory.ResourceExists, runtime,
        $"The local runtime of '{runtime.DataPath}' is up already, at {runtime.Endpoint}. Stop it first (Stop-JobRuntime), or leave -Port out.");

    public static ErrorRecord RuntimeHasOtherMocks(JobRuntime runtime, string mockConfigFile) => Make(
        "JobRuntimeHasOtherMocks", ErrorCategory.ResourceExists, runtime,
        $"The local runtime of '{runtime.DataPath}' is up already, {(runtime.MockConfigFile is null ? "without a mock file" : $"with the mock file '{runtime.MockConfigFile}'")}, "
        + $"not with '{mockConfigFile}'. Stop it first (Stop-JobRuntime): what runs goes on when it is started again.");

    public static ErrorRecord RuntimeNotStopped(JobRuntime runtime, TimeSpan patience) => Make(
        "JobRuntimeNotStopped", ErrorCategory.OperationTimeout, runtime,
        $"The local runtime of '{runtime.DataPath}' (process {runtime.ProcessId}) was asked to end but has not within {patience.TotalSeconds:0} s. "
        + "See runtime.log in its data folder.");

    public static ErrorRecord WorkersAreLocalOnly(string verb) => Make(
        "JobWorkerLocalOnly", ErrorCategory.NotImplemented, null,
        $"{verb}-JobWorker makes workers of the local runtime; you are connected to AWS. There, a worker is any EC2 instance or hybrid node whose SSM "
        + "agent is online: tag it, and Get-JobWorker shows it.");

    public static ErrorRecord WorkerExists(string name) => Make(
        "JobWorkerExists", ErrorCategory.ResourceExists, name,
        $"There is a worker '{name}' already. Choose another name, or take that one away first (Unregister-JobWorker).");

    public static ErrorRecord WorkerNotFound(string name) => Make(
        "JobWorkerNotFound", ErrorCategory.ObjectNotFound, name,
        $"No worker has the name or the id '{name}'. Get-JobWorker lists those there are; one whose agent is not online is not among them.");

    public static ErrorRecord ForeignResource(StackArtefact artefact) => Make(
        "RunJobStackForeignResource", ErrorCategory.ResourceExists, artefact.Name,
        $"{artefact.Kind} '{artefact.Name}' exists and was not made by this RunJob stack (it lacks the tag {StackTags.Stack}). Nothing was changed. "
        + "Publish with another -Prefix, or delete that resource if it is not needed.");

    public static ErrorRecord StackNotPublished(RunJobStackNames names) => Make(
        "RunJobStackNotPublished", ErrorCategory.ObjectNotFound, names.StackName,
        $"The RunJob stack '{names.StackName}' is not published in {names.Region}. Publish-RunJobStack makes it.");

    public static ErrorRecord StackInUse(RunJobStackNames names, IReadOnlyList<string> networks) => Make(
        "RunJobStackInUse", ErrorCategory.ResourceBusy, names.StackName,
        $"{networks.Count} job network(s) use the RunJob stack '{names.StackName}': {string.Join(", ", networks.Take(5))}{(networks.Count > 5 ? ", ..." : "")}. "
        + "Remove them first (Remove-JobNetwork), or use -Force.");

    public static ErrorRecord NetworkNotFound(string name) => Make(
        "JobNetworkNotFound", ErrorCategory.ObjectNotFound, name,
        $"There is no job network '{name}'. Get-JobNetwork lists those there are; Get-JobMgmtConnection says where you look.");

    public static ErrorRecord LockNotFound(string name) => Make(
        "JobLockNotFound", ErrorCategory.ObjectNotFound, name,
        $"No job has ever taken a lock '{name}'. Get-JobLock lists those there are; Get-JobMgmtConnection says where you look.");

    public static ErrorRecord CalendarNotFound(string name) => Make(
        "JobCalendarNotFound", ErrorCategory.ObjectNotFound, name,
        $"There is no calendar '{name}'. Get-JobCalendar lists those there are; Get-JobMgmtConnection says where you look.");

    public static ErrorRecord CalendarExists(string name) => Make(
        "JobCalendarExists", ErrorCategory.ResourceExists, name,
        $"There is a calendar '{name}' already. Change it with Add-JobCalendarDate or Set-JobCalendar, or replace it with -Force.");

    public static ErrorRecord CalendarTooLarge(string name, int size, int most) => Make(
        "JobCalendarTooLarge", ErrorCategory.LimitsExceeded, name,
        $"The calendar '{name}' takes {size} bytes, and a parameter keeps {most}. Take past dates off (Remove-JobCalendarDate), give shorter reasons, or close whole weekdays in place of their dates.");

    public static ErrorRecord CalendarDateInvalid(string parameter, int position, string fault, bool takesWeekdays) => Make(
        "JobCalendarDateInvalid", ErrorCategory.InvalidArgument, position,
        $"-{parameter}, item {position}: {fault} Give dates as 2026-12-31, stretches as 2026-12-29..2027-01-03, or @{{ '2026-12-31' = 'reason' }}{(takesWeekdays ? ", or weekdays as Saturday" : "")}.");

    public static ErrorRecord CalendarDateTwice(string name, DateTime date) => Make(
        "JobCalendarDateInvalid", ErrorCategory.InvalidArgument, name,
        FormattableString.Invariant($"The calendar '{name}' can't have {date:yyyy-MM-dd} both closed and open: -Closed and -Open name it. Leave it out of one of them; around a day that is open, give the stretch of closed days as two."));

    public static ErrorRecord CalendarDateNotListed(string name, DateTime date) => Make(
        "JobCalendarDateNotListed", ErrorCategory.ObjectNotFound, name,
        FormattableString.Invariant($"The calendar '{name}' does not list {date:yyyy-MM-dd}: its weekday decides. Get-JobCalendarDate {name} -Listed shows what it lists; Add-JobCalendarDate opens or closes a date."));

    public static ErrorRecord CalendarRangeBackwards(DateTime first, DateTime last) => Make(
        "JobCalendarRangeInvalid", ErrorCategory.InvalidArgument, first, FormattableString.Invariant($"-From {first:yyyy-MM-dd} is after -To {last:yyyy-MM-dd}. Exchange them."));

    public static ErrorRecord CalendarFileInvalid(string file, FormatException cause) => Make(
        "JobCalendarFileInvalid", ErrorCategory.InvalidData, file, $"'{file}': {cause.Message}", cause);

    public static ErrorRecord CalendarFileNotFound(string file) => Make(
        "JobCalendarFileNotFound", ErrorCategory.ObjectNotFound, file, $"There is no file '{file}'. Give the path of an iCalendar file (.ics).");

    public static ErrorRecord NetworkNotSuspended(string network, IReadOnlyList<JobNetworkSuspension>? days) => Make(
        "JobNetworkNotSuspended", ErrorCategory.ObjectNotFound, network,
        days is null ? $"The job network '{network}' is not suspended, and no run of it is held. Get-JobNetworkStatus tells which are."
            : $"The job network '{network}' has no suspension of exactly {string.Join(", ", days.Select(day => $"{day.From:yyyy-MM-dd HH:mm} - {day.Until:yyyy-MM-dd HH:mm}"))}, and no run of it is held from then. (Get-JobNetworkStatus '{network}').Suspension lists those it has; without -On all are ended.");

    public static ErrorRecord SuspensionIsOver(JobNetworkSuspension period) => Make(
        "JobNetworkSuspensionOver", ErrorCategory.InvalidArgument, period.NetworkName,
        period.Until <= period.From ? $"The time from {period.From:yyyy-MM-dd HH:mm} until {period.Until:yyyy-MM-dd HH:mm} is none: give an -Until that is later than -From."
            : $"The time until {period.Until:yyyy-MM-dd HH:mm} is over, so nothing would be held in it. Give a later one.");

    public static ErrorRecord TimeZoneNotFound(string name) => Make(
        "TimeZoneNotFound", ErrorCategory.InvalidArgument, name, $"-TimeZone: there is no time zone '{name}'. Use a name such as Asia/Tokyo, Europe/London or UTC.");

    public static ErrorRecord NetworkExists(string name) => Make(
        "JobNetworkExists", ErrorCategory.ResourceExists, name,
        $"There is a job network '{name}' already, and it differs. Replace it with -Force, or with -Confirm to be asked first.");

    public static ErrorRecord NestedNetworkUnusable(string name, string fault) => Make(
        "JobNetworkNestedUnusable", ErrorCategory.InvalidData, name, $"The job network '{name}' was not deployed. {fault}");

    public static ErrorRecord NetworkIsUsed(string name, IReadOnlyList<string> users) => Make(
        "JobNetworkInUse", ErrorCategory.ResourceBusy, name,
        $"The job network '{name}' was not removed: it is a job of {string.Join(", ", users.Take(10).Select(user => $"'{user}'"))}{(users.Count > 10 ? ", ..." : "")}, whose runs would fail there. "
        + "Remove these first, take the job out of them, or use -Force.");

    public static ErrorRecord ForeignNetwork(string name, string machine) => Make(
        "JobNetworkForeign", ErrorCategory.PermissionDenied, name,
        $"The state machine '{machine}' was not made by JobMgmt (it lacks the tag {StackTags.Network}), so it is not touched. Choose another network name, "
        + "or change it with the tool that made it.");

    public static string ForeignInImport(string machine) =>
        $"The state machine '{machine}' was not made by JobMgmt (it lacks the tag {StackTags.Network}), so it is not touched. Give the network in the file another name, or replace the machine by it with "
        + "Import-JobNetwork -Force; runs that go on keep their definition.";

    public static string ForeignExpress(string machine) =>
        $"The state machine '{machine}' was not made by JobMgmt and is an EXPRESS one, which can't become a job network. Give the network in the file another name.";

    public static ErrorRecord UnknownChannel(string channel, IReadOnlyList<string> channels) => Make(
        "JobAlertChannelUnknown", ErrorCategory.ObjectNotFound, channel,
        $"The stack has no alert channel '{channel}'; it has {string.Join(", ", channels)}. Name one of these, or make the channel: "
        + $"New-JobAlertChannel {channel}.");

    public static ErrorRecord NetworkOtherwiseMade(string name) => Make(
        "JobNetworkOtherwiseMade", ErrorCategory.InvalidOperation, name,
        $"The job network '{name}' was deployed by another version of the module or with other options of the stack, or was changed by hand, so it was left as it is. "
        + "Deploy it again with New-JobNetwork -Force or Import-JobNetwork, with the channel that you want.");

    public static ErrorRecord ChannelExists(string channel) => Make(
        "JobAlertChannelExists", ErrorCategory.ResourceExists, channel, $"The alert channel '{channel}' is there already. Change its targets with Set-JobAlertChannel {channel}.");

    public static ErrorRecord ChannelInvalid(string channel, string fault) => Make(
        "JobAlertChannelInvalid", ErrorCategory.InvalidArgument, channel, $"The alert channel '{channel}' can't be made like this: {fault}");

    public static ErrorRecord ChannelIsDefault(string channel) => Make(
        "JobAlertChannelIsDefault", ErrorCategory.InvalidOperation, channel,
        $"The alert channel '{channel}' takes the alerts that name no channel, so it was not removed. Choose another one first: Publish-RunJobStack -DefaultChannel NAME.");

    public static ErrorRecord ChannelIsUsed(string channel, IReadOnlyList<string> networks) => Make(
        "JobAlertChannelInUse", ErrorCategory.ResourceBusy, channel,
        $"The alert channel '{channel}' was not removed: the job networks {string.Join(", ", networks.Take(10).Select(network => $"'{network}'"))}{(networks.Count > 10 ? ", ..." : "")} or jobs of theirs name it, and these alerts would go to the log of unknown channels alone. "
        + "Give them another one (Set-JobNetwork -AlertChannel, New-JobDefinition -AlertChannel), or remove it with -Force.");

    public static ErrorRecord ChannelTargetRefused(string channel, string target, string why) => Make(
        "JobAlertChannelTargetRefused", ErrorCategory.InvalidResult, channel,
        $"EventBridge did not take the target '{target}' of the alert channel '{channel}': {why.TrimEnd('.')}. Mend the cause and give the target again.");

    /// <summary>A channel that could not be made, with the cause's id and category.</summary>
    public static ErrorRecord ChannelNotMade(string channel, ErrorRecord cause) => Make(
        cause.FullyQualifiedErrorId, cause.CategoryInfo.Category, channel, $"The alert channel '{channel}' was not made, and nothing is left of it. {cause.Exception.Message}", cause.Exception);

    public static ErrorRecord ChannelTestNotTaken(string channel, string why) => Make(
        "JobAlertChannelTestNotTaken", ErrorCategory.InvalidResult, channel, $"EventBridge did not take the test alert of the channel '{channel}': {why.TrimEnd('.')}. Try again.");

    public static ErrorRecord AlertNotFound(string eventId) => Make(
        "JobAlertNotFound", ErrorCategory.ObjectNotFound, eventId,
        $"No channel's log has an alert with the event id '{eventId}'. Get-JobAlert shows those that it has: Get-JobAlert -Status Open | Confirm-JobAlert.");

    public static ErrorRecord AlertNotConfirmed(string eventId, string why) => Make(
        "JobAlertNotConfirmed", ErrorCategory.InvalidResult, eventId, $"EventBridge did not take the confirmation of the alert '{eventId}': {why}. Try again.");

    public static ErrorRecord InvalidJobDefinition(JobDefinition job, IReadOnlyList<NetworkFault> faults) => Make(
        "InvalidJobDefinition", ErrorCategory.InvalidData, job, string.Join(Environment.NewLine, faults.Select(f => f.ToString())));

    public static ErrorRecord InvalidRetryPolicy(JobRetryPolicy policy, IReadOnlyList<NetworkFault> faults) => Make(
        "InvalidJobRetryPolicy", ErrorCategory.InvalidData, policy, string.Join(Environment.NewLine, faults.Select(f => f.ToString())));

    public static ErrorRecord RetryGivenTwice(string job) => Make(
        "JobRetryGivenTwice", ErrorCategory.InvalidArgument, job,
        $"job '{job}' (Retry): -Retry and -RetryCount or -RetryInterval say the same thing. Give policies with -Retry, or leave it out: -RetryCount is short for one policy for ExecutionFailed.");

    public static ErrorRecord RunNotFound(string run, Exception? cause) => Make(
        "JobNetworkRunNotFound", ErrorCategory.ObjectNotFound, run,
        $"There is no run '{run}'. Get-JobNetworkRun lists those there are; AWS forgets a run 90 days after its end.", cause);

    public static ErrorRecord RunGoesOn(JobNetworkRun run) => Make(
        "JobNetworkRunNotEnded", ErrorCategory.ResourceBusy, run,
        $"The run '{run}' has not ended, so it can't be continued. Wait for it with Wait-JobNetwork, or stop it with Stop-JobNetwork.");

    public static ErrorRecord NothingToRestart(JobNetworkRun run) => Make(
        "JobNetworkRunNothingToRestart", ErrorCategory.InvalidOperation, run,
        $"No job of the run '{run}' ({run.Status}) is left to run. Name the jobs to run again (-From <job>), or start over with -From Start.");

    public static ErrorRecord RestartedAlready(JobNetworkRun run, JobNetworkRun restarted) => Make(
        "JobNetworkRunRestartedAlready", ErrorCategory.ResourceExists, run,
        $"The run '{run}' has been continued already, by '{restarted.ExecutionName}' ({restarted.Status}). Continue that one, if it has failed.");

    public static ErrorRecord NetworkCantContinue(string network) => Make(
        "JobNetworkCannotContinue", ErrorCategory.InvalidOperation, network,
        $"The definition of the job network '{network}' can't pass over jobs: it was written by hand or by an earlier version of the module. Deploy it again with New-JobNetwork -Force.");

    public static ErrorRecord OriginalDefinitionGone(JobNetworkRun run) => Make(
        "JobNetworkDefinitionGone", ErrorCategory.ObjectNotFound, run,
        $"No version of the job network '{run.NetworkName}' has the definition that the run '{run}' had: the newest {JobNetworks.NetworkVersions.Kept} deployments are kept, and none of before JobMgmt "
        + "published versions. Continue it on the definition of now (leave -Definition out), or deploy the old definition again first.");

    public static ErrorRecord OriginalCantContinue(JobNetworkRun run) => Make(
        "JobNetworkCannotContinue", ErrorCategory.InvalidOperation, run,
        $"The definition that the run '{run}' had can't pass over jobs: it was written by hand or by an earlier version of the module. Continue it on the definition of now: leave -Definition out.");

    public static ErrorRecord JobToSkipNotFound(string network, string job, IReadOnlyList<string> jobs) => Make(
        "JobNotFound", ErrorCategory.ObjectNotFound, network,
        $"There is no job '{job}' to skip in the job network '{network}', so it was not started. It has {string.Join(", ", jobs.Take(20).Select(name => $"'{name}'"))}.");

    public static ErrorRecord JobUnknown(string network, Exception cause) => Make("JobNotFound", ErrorCategory.ObjectNotFound, network, cause.Message, cause);

    public static ErrorRecord NoRunGiven() => Make(
        "JobNetworkRunMissing", ErrorCategory.InvalidArgument, null,
        "-ExecutionArn is empty. Give the ARN of a run: Get-JobNetworkRun shows it as ExecutionArn.");

    public static ErrorRecord WaitTimedOut(string run, TimeSpan limit) => Make(
        "JobNetworkWaitTimedOut", ErrorCategory.OperationTimeout, run,
        $"The run '{run}' has not ended within {limit.TotalSeconds:0.#} s. It goes on: wait again, or stop it with Stop-JobNetwork.");

    public static ErrorRecord NetworkNeverRan(string network) => Make(
        "JobNetworkNeverRan", ErrorCategory.ObjectNotFound, network,
        $"The job network '{network}' has no run yet. Start-JobNetwork starts one.");

    public static ErrorRecord JobNotFound(string run, string job) => Make(
        "JobNotFound", ErrorCategory.ObjectNotFound, job,
        $"There is no job '{job}' in the run of '{run}'. Get-JobRun without -JobName lists its jobs.");

    public static ErrorRecord JobNotHeld(string run, string path, JobTrace job) => Make(
        "JobNotHeld", ErrorCategory.InvalidOperation, path,
        $"The job '{path}' of the run '{run}' does not wait for approval: it "
        + (job.Hold is { IsApproved: { } approved } hold ? $"was {(approved ? "approved" : "denied")} by {hold.By} at {hold.AnswerTime?.LocalDateTime:yyyy-MM-dd HH:mm:ss}{(hold.Comment is null ? "" : $" ({hold.Comment})")}"
            : job.Error == JobErrors.HoldTimedOut ? "was not approved in time"
            : job.Status is JobRunStatus.Pending ? "has not come to its turn"
            : $"is {job.Status}")
        + ". Get-JobRun tells how it stands.");

    public static ErrorRecord NoRunHeld(string network) => Make(
        "JobNotHeld", ErrorCategory.ObjectNotFound, network, $"No run of '{network}' goes on, so no job of it waits for approval. Get-JobNetworkRun '{network}' lists its runs.");

    public static ErrorRecord NoJobHeld(string run) => Make(
        "JobNotHeld", ErrorCategory.ObjectNotFound, run, $"No job of the run '{run}' waits for approval. Get-JobRun tells how its jobs stand.");

    public static ErrorRecord DefinitionFileNotFound(string path) => Make(
        "JobNetworkFileNotFound", ErrorCategory.ObjectNotFound, path,
        WildcardPattern.ContainsWildcardCharacters(path)
            ? $"No file matches '{path}'. Where the name itself has such characters, give it with -LiteralPath."
            : $"There is no file '{path}'.");

    public static ErrorRecord DefinitionFileIsFolder(string path) => Make(
        "JobNetworkFileIsFolder", ErrorCategory.InvalidArgument, path, $"'{path}' is a folder. Name the files in it, such as '{System.IO.Path.Combine(path, "*.json")}'.");

    public static ErrorRecord DefinitionFileUnreadable(string path, Exception cause) => Make(
        "JobNetworkFileUnreadable", cause is UnauthorizedAccessException ? ErrorCategory.PermissionDenied : ErrorCategory.ReadError, path,
        $"'{path}' can't be read: {cause.Message}", cause);

    public static ErrorRecord DefinitionFileNotText(string path, Exception cause) => Make(
        "JobNetworkFileNotText", ErrorCategory.InvalidData, path, $"'{path}' is no text in UTF-8, nor in UTF-16 or UTF-32 with a byte order mark. Save it as UTF-8.", cause);

    public static ErrorRecord NetworkFileExists(string name, string file) => Make(
        "JobNetworkFileExists", ErrorCategory.ResourceExists, file, $"'{file}' exists and differs from the job network '{name}'. Replace it with -Force.");

    public static ErrorRecord NetworkFileTaken(string name, string file) => Make(
        "JobNetworkFileTaken", ErrorCategory.ResourceExists, file,
        $"'{file}' was just written for another job network, so '{name}' was not: their names differ in case alone, or -Path names one file. Export it to another folder.");

    public static ErrorRecord NetworkFilesInvalid(IReadOnlyList<string> faults) => Make(
        "JobNetworkFileInvalid", ErrorCategory.InvalidData, null,
        $"The files have {faults.Count} fault(s), so nothing was done with them.{Environment.NewLine}{string.Join(Environment.NewLine, faults)}");

    public static ErrorRecord NoNetworkFiles(string path) => Make(
        "JobNetworkFileNotFound", ErrorCategory.ObjectNotFound, path, $"There is no job network in '{path}'. Files of networks end in .jobnetwork.yaml or .asl.json; name any other file itself.");

    public static ErrorRecord NetworkRuns(string name) => Make(
        "JobNetworkRunning", ErrorCategory.ResourceBusy, name, $"The job network '{name}' runs, so it was not removed. Wait for it (Wait-JobNetwork {name}), or use -Force: what runs goes on to its end.");

    public static ErrorRecord ImportFailed(IReadOnlyList<JobNetworks.Files.JobNetworkChange> results, IReadOnlyCollection<string> parts, ErrorRecord cause)
    {
        string Names(JobNetworks.Files.JobNetworkChangeState state) => string.Join(", ", results
            .Where(one => one.State == state && one.Action != JobNetworks.Files.JobNetworkAction.Same).Select(one => one.Name).DefaultIfEmpty("none"));
        return Make(
            "JobNetworkImportFailed", cause.CategoryInfo.Category, results.First(one => one.State == JobNetworks.Files.JobNetworkChangeState.Failed),
            $"The import ended at '{Names(JobNetworks.Files.JobNetworkChangeState.Failed)}': {cause.Exception.Message} {(parts.Count == 0 ? "" : $"Of it, this is done: {string.Join(", ", parts)}. ")}Done: {Names(JobNetworks.Files.JobNetworkChangeState.Done)}. "
            + $"Not tried: {Names(JobNetworks.Files.JobNetworkChangeState.NotTried)}. Mend the cause and import again: what is done is passed over.",
            cause.Exception);
    }

    public static ErrorRecord NetworkWithoutDefinition(string name) => Make(
        "JobNetworkWithoutDefinition", ErrorCategory.InvalidData, name, $"The job network '{name}' has no definition: its definition is encrypted with a key that you may not use. Ask for kms:Decrypt.");

    public static ErrorRecord MockInvalid(string job, string why) => Make(
        "JobMockInvalid", ErrorCategory.InvalidArgument, job,
        $"The mock of '{job}' can't be used: {why} Give an exit code (3), an error's name ('WorkerBusy'), @{{ ExitCode = 3; Duration = '10m' }}, a list of these for attempt after attempt, "
        + "or a script block that gives one of them for the attempt's number.");

    public static ErrorRecord MockNotFound(string job, string network, IReadOnlyList<string> jobs) => Make(
        "JobMockNotFound", ErrorCategory.ObjectNotFound, job,
        $"-Mock names '{job}', which is no job of the network '{network}'. It has {string.Join(", ", jobs.Take(50).Select(one => $"'{one}'"))}{(jobs.Count > 50 ? ", ..." : "")}.");

    public static ErrorRecord PriceInvalid(string name, string why) => Make(
        "JobPriceInvalid", ErrorCategory.InvalidArgument, name, $"{why} Give -Price @{{ StateTransition = 0.000025; AutomationStep = 0.002; ScriptSecond = 0.00003; Event = 0.000001 }}, or some of these.");

    public static ErrorRecord NotSimulated(string network, Exception cause) => Make("JobNetworkNotSimulated", ErrorCategory.InvalidOperation, network, cause.Message, cause);

    public static ErrorRecord ParameterInvalid(string network, (string Message, string Fix) fault) => Make(
        "JobNetworkParameterInvalid", ErrorCategory.InvalidArgument, network, $"{fault.Message} {fault.Fix}");

    public static ErrorRecord InputInvalid(string input, string why) => Make(
        "JobNetworkInputInvalid", ErrorCategory.InvalidArgument, input, $"{why} Give the whole input as JSON text, such as '{{\"role\":\"job_worker\"}}', or the worker tags alone with -Tag.");

    // What the runtime itself refuses, such as a port or a mock file, has its own remedy; else it is dotnet that speaks, or nobody.
    private static bool SpeaksOfDotnet(string said)
        => said.Length == 0 || said.IndexOf("dotnet", StringComparison.OrdinalIgnoreCase) >= 0 || said.IndexOf("framework", StringComparison.OrdinalIgnoreCase) >= 0;

    private static ErrorRecord Make(string id, ErrorCategory category, object? target, string message, Exception? cause = null)
        => new(new InvalidOperationException(message, cause), id, category, target);
}
