using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Triggers;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Networks.Files;

/// <summary>
/// The members of networks, jobs and retry policies in files, in the order in which they are written. A property that is added to one of these is one line more here;
/// the schema and the comparisons follow.
/// </summary>
internal static class NetworkMembers
{
    internal static FileObject<JobRetryPolicy> Retry { get; } = new(
        new[]
        {
            FileMember<JobRetryPolicy>.Of(
                "ErrorName",
                FileKinds.Texts,
                retry => retry.ErrorName.SequenceEqual(new[] { JobErrors.ExecutionFailed }) ? null : retry.ErrorName,
                (retry, value) => retry with { ErrorName = value },
                "The names of the errors that are worth a retry.",
                otherwise: JobErrors.ExecutionFailed),
            FileMember<JobRetryPolicy>.Of<int>("MaxAttempts", FileKinds.Whole, retry => retry.MaxAttempts, (retry, value) => retry with { MaxAttempts = value }, "How many times the job is tried again at most because of these errors.", 1),
            FileMember<JobRetryPolicy>.Of<int>("Interval", FileKinds.Duration, retry => retry.Interval, (retry, value) => retry with { Interval = value }, "The wait before the first retry: 30s, 5m, or seconds.", 60),
            FileMember<JobRetryPolicy>.Of<double>("BackoffRate", FileKinds.Number, retry => retry.BackoffRate, (retry, value) => retry with { BackoffRate = value }, "By what the wait is multiplied from retry to retry.", 2),
            FileMember<JobRetryPolicy>.Of<int>("MaxDelay", FileKinds.Duration, retry => retry.MaxDelay, (retry, value) => retry with { MaxDelay = value }, "The greatest wait.", null),
            FileMember<JobRetryPolicy>.Of<bool>("Jitter", FileKinds.Truth, retry => retry.Jitter, (retry, value) => retry with { Jitter = value }, "Whether each wait is drawn at random, from none to the whole.", false),
        },
        () => new JobRetryPolicy(),
        "a retry policy");

    internal static FileObject<JobDefinition> Job { get; } = new(
        new[]
        {
            FileMember<JobDefinition>.Of("Name", FileKinds.Text, job => job.Name, (job, value) => job with { Name = value }, "The job's name, unique in its network: 1 to 80 characters.", isRequired: true),
            FileMember<JobDefinition>.Of("Description", FileKinds.Text, job => job.Description, (job, value) => job with { Description = value }, "What the job is for."),
            FileMember<JobDefinition>.Of("After", FileKinds.Texts, job => job.After, (job, value) => job with { After = value }, "The jobs that it comes after. Where no job of the network says so, each comes after the one above it."),
            FileMember<JobDefinition>.Of<JobRunOn>("RunOn", FileKinds.Name<JobRunOn>(), job => job.RunOn, (job, value) => job with { RunOn = value }, "Whether it runs when the jobs that it comes after have succeeded, when one of them has not, or in any case.", JobRunOn.Success),
            FileMember<JobDefinition>.Of("When", FileKinds.Text, job => job.When, (job, value) => job with { When = value }, "A condition in JSONata, asked where the job is to run otherwise, such as jobs.check.ExitCode = 4."),
            FileMember<JobDefinition>.Of<bool>("Hold", FileKinds.Truth, job => job.Hold, (job, value) => job with { Hold = value }, "Whether it waits, when its turn has come, until somebody approves it.", false),
            FileMember<JobDefinition>.Of<int>("HoldTimeout", FileKinds.Duration, job => job.HoldTimeout, (job, value) => job with { HoldTimeout = value }, "In what time somebody has to answer, else the job fails.", null),
            FileMember<JobDefinition>.Of("HoldMessage", FileKinds.Text, job => job.HoldMessage, (job, value) => job with { HoldMessage = value }, "What there is to look at before it is approved."),
            FileMember<JobDefinition>.Of("Lock", FileKinds.Text, job => job.Lock, (job, value) => job with { Lock = value }, "The lock that it holds while it runs; other jobs of the stack that name it wait."),
            FileMember<JobDefinition>.Of<int>("Slots", FileKinds.Whole, job => job.Slots, (job, value) => job with { Slots = value }, "How many jobs may hold the lock at once.", 1),
            FileMember<JobDefinition>.Of<int>("LockTimeout", FileKinds.Duration, job => job.LockTimeout, (job, value) => job with { LockTimeout = value }, "How long it waits for the lock before it fails: 90s, 15m, 2h, or seconds; left out, as long as it takes.", null),
            FileMember<JobDefinition>.Of("ForEach", FileKinds.OneOrListOf(FileKinds.Text), job => job.ForEach, (job, value) => job with { ForEach = value }, "The items that it runs for, once each: $JOBMGMT_ITEM in its environment."),
            FileMember<JobDefinition>.Of<int>("MaxConcurrency", FileKinds.Whole, job => job.MaxConcurrency, (job, value) => job with { MaxConcurrency = value }, "How many of the items run at once at most; left out, 40.", null),
            FileMember<JobDefinition>.Of("Network", FileKinds.Text, job => job.Network, (job, value) => job with { Network = value }, "The network that the job is, in place of a Command."),
            FileMember<JobDefinition>.Of("Parameter", FileKinds.Map, job => NotEmpty(job.Parameter), (job, value) => job with { Parameter = value }, "What that network gets as its parameters."),
            FileMember<JobDefinition>.Of("Command", FileKinds.Lines, job => job.Command.Count == 0 ? null : job.Command, (job, value) => job with { Command = value }, "The shell lines; they run as one script on one worker, and the exit code of the last is the job's."),
            FileMember<JobDefinition>.Of("Environment", FileKinds.Map, job => NotEmpty(job.Environment), (job, value) => job with { Environment = value }, "Variables that the script finds in its environment."),
            FileMember<JobDefinition>.Of("Secret", FileKinds.Map, job => NotEmpty(job.Secret), (job, value) => job with { Secret = value }, "Variables whose values are read on the worker: the variable's name, and that of the SSM parameter."),
            FileMember<JobDefinition>.Of<JobOutput>("Output", FileKinds.Name<JobOutput>(), job => job.Output, (job, value) => job with { Output = value }, "What of the script's output is told to the network: nothing, its last line, or the JSON that it is.", JobOutput.None),
            FileMember<JobDefinition>.Of("SuccessExitCode", FileKinds.Numbers, job => job.SuccessExitCode, (job, value) => job with { SuccessExitCode = value }, "The exit codes that are success; left out, 0 alone."),
            FileMember<JobDefinition>.Of("ErrorName", FileKinds.Names, job => NotEmpty(job.ErrorName), (job, value) => job with { ErrorName = value }, "The error's name by exit code, such as 75: Temporary; 124 is the execution timeout's, too. Others are ExecutionFailed."),
            FileMember<JobDefinition>.Of("WorkingDirectory", FileKinds.Text, job => job.WorkingDirectory, (job, value) => job with { WorkingDirectory = value }, "The directory on the worker in which the script starts."),
            FileMember<JobDefinition>.Of<int>("ExecutionTimeout", FileKinds.Duration, job => job.ExecutionTimeout, (job, value) => job with { ExecutionTimeout = value }, "How long the script may run: 90s, 15m, 2h, or seconds; 5 seconds to 48 hours.", JobDefinition.DefaultExecutionTimeout),
            FileMember<JobDefinition>.Of<int>("MaxDuration", FileKinds.Duration, job => job.MaxDuration, (job, value) => job with { MaxDuration = value }, "How long it may take with its retries before an alert tells that it is overdue.", null),
            FileMember<JobDefinition>.Of("StartBy", FileKinds.Text, job => job.StartBy, (job, value) => job with { StartBy = value }, "The time of day by which it is to have started, such as '02:00', in the network's time zone."),
            FileMember<JobDefinition>.Of("FinishBy", FileKinds.Text, job => job.FinishBy, (job, value) => job with { FinishBy = value }, "The time of day by which it is to have ended."),
            FileMember<JobDefinition>.Of("Tag", FileKinds.Map, job => job.Tag, (job, value) => job with { Tag = value }, "Tags of the workers that may run this job."),
            FileMember<JobDefinition>.Of("Retry", FileKinds.OneOrListOf(Retry.Kind), job => job.Retry.Count == 0 ? null : job.Retry, (job, value) => job with { Retry = value }, "How the job is tried again when it fails: a policy, or one for each class of errors."),
            FileMember<JobDefinition>.Of("AlertChannel", FileKinds.Text, job => job.AlertChannel, (job, value) => job with { AlertChannel = value }, "The channel that gets the job's own alerts; left out, the network's."),
            FileMember<JobDefinition>.Of<bool>("ContinueOnFailure", FileKinds.Truth, job => job.ContinueOnFailure, (job, value) => job with { ContinueOnFailure = value }, "Whether its failure is passed over: the alert is sent, but the jobs after it run as if it had succeeded, and the network does not fail because of it.", false),
        },
        () => new JobDefinition(),
        "a job",
        "Command",
        "Network");

    internal static FileObject<JobTrigger> Trigger { get; } = new(
        new[]
        {
            FileMember<JobTrigger>.Of("Name", FileKinds.Text, trigger => trigger.Name, (trigger, value) => trigger with { Name = value }, "The trigger's name, unique in its network.", isRequired: true),
            FileMember<JobTrigger>.Of("Description", FileKinds.Text, trigger => trigger.Description, (trigger, value) => trigger with { Description = value }, "What the trigger is for."),
            FileMember<JobTrigger>.Of("Cron", FileKinds.Text, trigger => trigger.Cron, (trigger, value) => trigger with { Cron = value }, "When to start: the five fields of a crontab, or the six of AWS."),
            FileMember<JobTrigger>.Of("Rate", FileKinds.Text, trigger => trigger.Rate, (trigger, value) => trigger with { Rate = value }, "How often to start, such as 15 minutes."),
            FileMember<JobTrigger>.Of("At", FileKinds.Text, trigger => trigger.At, (trigger, value) => trigger with { At = value }, "When to start, once: yyyy-mm-ddThh:mm:ss."),
            FileMember<JobTrigger>.Of("EventPattern", FileKinds.Text, trigger => trigger.EventPattern, (trigger, value) => trigger with { EventPattern = value }, "The pattern of the events that start the network, as JSON text."),
            FileMember<JobTrigger>.Of("OnFile", FileKinds.Text, trigger => trigger.OnFile, (trigger, value) => trigger with { OnFile = value }, "Files whose arrival in S3 starts the network: s3://bucket/prefix or s3://bucket/in/*.csv."),
            FileMember<JobTrigger>.Of("OnPath", FileKinds.Text, trigger => trigger.OnPath, (trigger, value) => trigger with { OnPath = value }, "Files whose arrival on the local runtime's machine starts the network: /data/in/ or /data/in/*.csv."),
            FileMember<JobTrigger>.Of("After", FileKinds.Text, trigger => trigger.After, (trigger, value) => trigger with { After = value }, "The network whose end starts this one."),
            FileMember<JobTrigger>.Of<TriggerOnlyIf>("OnlyIf", FileKinds.Name<TriggerOnlyIf>(), trigger => trigger.OnlyIf, (trigger, value) => trigger with { OnlyIf = value }, "Which ends of that network.", TriggerOnlyIf.Succeeded),
            FileMember<JobTrigger>.Of("TimeZone", FileKinds.Text, trigger => trigger.TimeZone == "UTC" ? null : trigger.TimeZone, (trigger, value) => trigger with { TimeZone = value }, "The IANA zone whose clock the times mean.", otherwise: "UTC"),
            FileMember<JobTrigger>.Of("StartDate", FileKinds.Text, trigger => trigger.StartDate, (trigger, value) => trigger with { StartDate = value }, "No start is earlier: yyyy-mm-ddThh:mm:ss."),
            FileMember<JobTrigger>.Of("EndDate", FileKinds.Text, trigger => trigger.EndDate, (trigger, value) => trigger with { EndDate = value }, "No start is later: yyyy-mm-ddThh:mm:ss."),
            FileMember<JobTrigger>.Of<int>("FlexibleWindow", FileKinds.Duration, trigger => trigger.FlexibleWindow, (trigger, value) => trigger with { FlexibleWindow = value }, "How long after its time a start may come: 15m.", null),
            FileMember<JobTrigger>.Of<TriggerGap>("OnGap", FileKinds.Name<TriggerGap>(), trigger => trigger.OnGap, (trigger, value) => trigger with { OnGap = value }, "What becomes of a time that daylight saving leaves out.", TriggerGap.Skip),
            FileMember<JobTrigger>.Of<TriggerRepeat>("OnRepeat", FileKinds.Name<TriggerRepeat>(), trigger => trigger.OnRepeat, (trigger, value) => trigger with { OnRepeat = value }, "What becomes of a time that daylight saving repeats.", TriggerRepeat.Once),
            FileMember<JobTrigger>.Of("Calendar", FileKinds.Text, trigger => trigger.Calendar, (trigger, value) => trigger with { Calendar = value }, "The calendar that says which of the cron's days are business days."),
            FileMember<JobTrigger>.Of<CalendarShift>("Shift", FileKinds.Name<CalendarShift>(), trigger => trigger.Shift, (trigger, value) => trigger with { Shift = value }, "What becomes of a due day that is closed: it is left out, or moves to the next or the previous open day.", CalendarShift.None),
            FileMember<JobTrigger>.Of("BusinessDay", FileKinds.Numbers, trigger => trigger.BusinessDay, (trigger, value) => trigger with { BusinessDay = value }, "Business days of the month by number, in place of days that the cron names: 1 is the first, -1 the last."),
            FileMember<JobTrigger>.Of("StartBy", FileKinds.Text, trigger => trigger.StartBy, (trigger, value) => trigger with { StartBy = value }, "The time of day by which a run is to have begun, in quotes: '02:00'."),
            FileMember<JobTrigger>.Of("Tag", FileKinds.Map, trigger => trigger.Tag, (trigger, value) => trigger with { Tag = value }, "Tags of the workers of its runs; left out, the network's."),
            FileMember<JobTrigger>.Of("Parameter", FileKinds.Map, trigger => NotEmpty(trigger.Parameter), (trigger, value) => trigger with { Parameter = value }, "What its runs are given, by name."),
            FileMember<JobTrigger>.Of<int>("RetryAttempts", FileKinds.Whole, trigger => trigger.RetryAttempts, (trigger, value) => trigger with { RetryAttempts = value }, "How often a start is tried again at most.", null),
            FileMember<JobTrigger>.Of<int>("RetryAge", FileKinds.Duration, trigger => trigger.RetryAge, (trigger, value) => trigger with { RetryAge = value }, "How long after its time a start is still tried: 1h.", null),
            FileMember<JobTrigger>.Of("DeadLetterQueue", FileKinds.Text, trigger => trigger.DeadLetterQueue, (trigger, value) => trigger with { DeadLetterQueue = value }, "The ARN of the SQS queue that gets starts which were given up."),
            FileMember<JobTrigger>.Of<bool>("Disabled", FileKinds.Truth, trigger => trigger.Disabled, (trigger, value) => trigger with { Disabled = value }, "Whether the trigger is off.", false),
        },
        () => new JobTrigger(),
        "a trigger");

    internal static FileObject<JobNetwork> Network { get; } = new(
        new[]
        {
            FileMember<JobNetwork>.Of("Name", FileKinds.Text, network => network.Name, (network, value) => network with { Name = value }, "The network's name, unique in its stack.", isRequired: true),
            FileMember<JobNetwork>.Of("Description", FileKinds.Text, network => network.Description, (network, value) => network with { Description = value }, "What the network is for."),
            FileMember<JobNetwork>.Of("Parameter", FileKinds.Parameters, network => NotEmpty(network.Parameter), (network, value) => network with { Parameter = value }, "What a run can be given, by name: the text that stands where it is not given, or null where each run has to give it. Jobs have it in their environment."),
            FileMember<JobNetwork>.Of("AlertChannel", FileKinds.Text, network => network.AlertChannel, (network, value) => network with { AlertChannel = value }, "The channel that gets the alert when a job fails; left out, the stack's default."),
            FileMember<JobNetwork>.Of<int>("AlertDigest", FileKinds.Duration, network => network.AlertDigest, (network, value) => network with { AlertDigest = value }, "For how long the failures of a job are folded: the first is told at once, those that follow in that time together at its end; left out, each by itself.", null),
            FileMember<JobNetwork>.Of("Tag", FileKinds.Map, network => network.Tag, (network, value) => network with { Tag = value }, "Tags of the workers that run the jobs, where neither the run nor the job names any."),
            FileMember<JobNetwork>.Of<IfRunning>("IfRunning", FileKinds.Name<IfRunning>(), network => network.IfRunning, (network, value) => network with { IfRunning = value }, "What a run does that begins while another run of the network goes on: it runs beside it, is skipped, waits, waits unless another one waits already, or stops it.", IfRunning.Allow),
            FileMember<JobNetwork>.Of<int>("Timeout", FileKinds.Duration, network => network.Timeout, (network, value) => network with { Timeout = value }, "How long a run may take: then it ends as timed out, and what runs is stopped.", null),
            FileMember<JobNetwork>.Of<int>("MaxDuration", FileKinds.Duration, network => network.MaxDuration, (network, value) => network with { MaxDuration = value }, "How long a run may take before an alert tells that it is overdue.", null),
            FileMember<JobNetwork>.Of("FinishBy", FileKinds.Text, network => network.FinishBy, (network, value) => network with { FinishBy = value }, "The time of day by which a run is to have ended, such as '06:30': the next one after its start."),
            FileMember<JobNetwork>.Of("TimeZone", FileKinds.Text, network => network.TimeZone, (network, value) => network with { TimeZone = value }, "The time zone of times of day, such as Asia/Tokyo; left out, UTC."),
            FileMember<JobNetwork>.Of<bool>("StopOnDeadline", FileKinds.Truth, network => network.StopOnDeadline, (network, value) => network with { StopOnDeadline = value }, "Whether a deadline that is over, of the network or of a job, stops the run.", false),
            FileMember<JobNetwork>.Of<bool>("FailFast", FileKinds.Truth, network => network.FailFast, (network, value) => network with { FailFast = value }, "Whether the first job that fails ends the run.", false),
            FileMember<JobNetwork>.Of("Triggers", FileKinds.ListOf(Trigger.Kind), network => network.Triggers, (network, value) => network with { Triggers = value }, "What starts the network; left out, its triggers are none of this file's business."),
            FileMember<JobNetwork>.Of("Jobs", FileKinds.ListOf(Job.Kind), network => network.Jobs, (network, value) => network with { Jobs = value }, "The jobs.", isRequired: true),
        },
        () => new JobNetwork(),
        "a job network");

    private static IReadOnlyDictionary<TKey, TValue>? NotEmpty<TKey, TValue>(IReadOnlyDictionary<TKey, TValue>? map) => map is { Count: 0 } ? null : map;

    /// <summary>The members that are written as blocks of text.</summary>
    internal static bool IsBlock(string name) => name == "Command";
}
