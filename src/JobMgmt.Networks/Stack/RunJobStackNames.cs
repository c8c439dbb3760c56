using JobMgmt.Networks.Definitions;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// The names and ARNs of one RunJob stack and of its networks, in one account and Region. A prefix puts several stacks side by
/// side; without one the names are plain: <c>RunJob</c>, <c>SendFailEvent</c>, <c>RunShellScriptOnOneInstance</c>, <c>JobNetwork-…</c>.
/// </summary>
public sealed class RunJobStackNames
{
    /// <summary>The greatest length of a state machine's name.</summary>
    public const int MaxMachineName = 80;

    private const string NetworkWord = "JobNetwork-";
    private readonly string _lead;

    /// <summary>The names of a stack.</summary>
    /// <param name="prefix">1 to 16 letters, digits, <c>_</c> and <c>-</c>, the first a letter or digit; null or empty: none.</param>
    /// <param name="partition"><c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c>.</param>
    /// <param name="region">The Region: <c>ap-northeast-1</c>.</param>
    /// <param name="account">The account's 12 digits.</param>
    /// <exception cref="ArgumentException">The prefix can't be part of every name.</exception>
    public RunJobStackNames(string? prefix, string partition, string region, string account)
    {
        if (!string.IsNullOrEmpty(prefix) && !NameRules.IsPrefix(prefix!))
        {
            throw new ArgumentException($"'{prefix}' can't be a stack's prefix: use 1 to {NameRules.MaxPrefix} of A-Z a-z 0-9 _ -, the first a letter or digit.", nameof(prefix));
        }

        Prefix = prefix ?? "";
        Partition = partition;
        Region = region;
        Account = account;
        _lead = Prefix.Length == 0 ? "" : Prefix + "-";
    }

    /// <summary>The prefix, or an empty text.</summary>
    public string Prefix { get; }

    /// <summary>The partition of all ARNs.</summary>
    public string Partition { get; }

    /// <summary>The Region of the stack.</summary>
    public string Region { get; }

    /// <summary>The account of the stack.</summary>
    public string Account { get; }

    /// <summary>How the stack is called in tags: its prefix, or <c>default</c>.</summary>
    public string StackName => Prefix.Length == 0 ? "default" : Prefix;

    /// <summary>The state machine that runs one job.</summary>
    public string RunJob => _lead + "RunJob";

    /// <summary>The state machine that puts one alert event.</summary>
    public string SendFailEvent => _lead + "SendFailEvent";

    /// <summary>The state machine that stops what an ended execution has left running.</summary>
    public string StopJobs => _lead + "StopJobs";

    /// <summary>The state machine whose executions are gates between the branches of a network's run.</summary>
    public string JobGate => _lead + "JobGate";

    /// <summary>The state machine that every trigger starts, to start its network.</summary>
    public string StartNetwork => _lead + "StartNetwork";

    /// <summary>The group of the triggers' schedules.</summary>
    public string ScheduleGroup => _lead + "JobMgmt";

    /// <summary>The state machine that raises an alert when a run is overdue.</summary>
    public string WatchDeadline => _lead + "WatchDeadline";

    /// <summary>The state machine that runs a channel's command on a worker.</summary>
    public string RunAlertCommand => _lead + "RunAlertCommand";

    /// <summary>The table of locks.</summary>
    public string LockTable => _lead + "JobMgmt-Locks";

    /// <summary>The table of what alerts have to remember: which networks fail, which failures are folded, which workers are lost.</summary>
    public string AlertTable => _lead + "JobMgmt-Alerts";

    /// <summary>The state machine that says how many failures an alert was folded of.</summary>
    public string SendDigest => _lead + "SendDigest";

    /// <summary>The state machine that says that a network which had failed has succeeded.</summary>
    public string SendRecovered => _lead + "SendRecovered";

    /// <summary>The Automation document.</summary>
    public string RunShellScriptOnOneInstance => _lead + "RunShellScriptOnOneInstance";

    /// <summary>The role that network state machines run with.</summary>
    public string NetworkRole => Role("Network");

    /// <summary>The role that RunJob runs with.</summary>
    public string RunJobRole => Role("RunJob");

    /// <summary>The role that SendFailEvent runs with.</summary>
    public string SendFailEventRole => Role("SendFailEvent");

    /// <summary>The role that StopJobs runs with.</summary>
    public string StopJobsRole => Role("StopJobs");

    /// <summary>The role that JobGate runs with.</summary>
    public string JobGateRole => Role("JobGate");

    /// <summary>The role that StartNetwork runs with.</summary>
    public string StartNetworkRole => Role("StartNetwork");

    /// <summary>The role that WatchDeadline runs with.</summary>
    public string WatchDeadlineRole => Role("WatchDeadline");

    /// <summary>The role that the Automation document assumes.</summary>
    public string AutomationRole => Role("Automation");

    /// <summary>The role with which EventBridge starts the stack's state machines.</summary>
    public string TriggerRole => Role("Trigger");

    /// <summary>The log group that gets the jobs' stdout and stderr.</summary>
    public string JobLogGroup => LogRoot + "/jobs";

    /// <summary>The log group that gets alerts whose channel no rule knows.</summary>
    public string UnknownChannelLogGroup => LogRoot + "/unknown-channel-alerts";

    /// <summary>The log group that says which alerts somebody has confirmed.</summary>
    public string ConfirmedLogGroup => LogRoot + "/confirmed-alerts";

    /// <summary>The log group that says what became of alerts at webhooks, mail addresses and topics, where the target tells it.</summary>
    public string DeliveryLogGroup => LogRoot + "/alert-deliveries";

    /// <summary>The rule that catches alerts whose channel no other rule knows.</summary>
    public string UnknownChannelRule => _lead + "JobAlertUnknownChannel";

    /// <summary>The rule that reports runs which could not report themselves: aborted, timed out, ended by a runtime error.</summary>
    public string NetworkStatusRule => _lead + "JobNetworkStatus";

    /// <summary>The rule that reports machines of the stack itself that failed.</summary>
    public string StackFailedRule => _lead + "JobStackFailed";

    /// <summary>The rule that starts <see cref="SendRecovered"/> for each run that succeeds.</summary>
    public string NetworkSucceededRule => _lead + "JobNetworkSucceeded";

    /// <summary>The rule that alerts of starts which the scheduler could not make.</summary>
    public string ScheduleMissedRule => _lead + "JobScheduleMissed";

    /// <summary>The rule that keeps what people confirm.</summary>
    public string ConfirmedRule => _lead + "JobAlertConfirmed";

    /// <summary>The rule that keeps what became of alerts.</summary>
    public string DeliveryRule => _lead + "JobAlertDelivery";

    /// <summary>The rule that starts <see cref="StopJobs"/> for networks and RunJob executions that ended before their work.</summary>
    public string StopJobsRule => _lead + "JobNetworkStopped";

    /// <summary>The path of the parameters that keep calendars.</summary>
    public string CalendarPath => LogRoot + "/calendars";

    /// <summary>The CloudWatch Logs resource policy that lets EventBridge write alerts.</summary>
    public string AlertLogPolicy => _lead + "JobAlert";

    /// <summary>The ARN of the default event bus.</summary>
    public string EventBusArn => Arn("events", "event-bus/default");

    /// <summary>The ARN of <see cref="RunJob"/>.</summary>
    public string RunJobArn => MachineArn(RunJob);

    /// <summary>The ARN of <see cref="SendFailEvent"/>.</summary>
    public string SendFailEventArn => MachineArn(SendFailEvent);

    /// <summary>The ARN of <see cref="StopJobs"/>.</summary>
    public string StopJobsArn => MachineArn(StopJobs);

    /// <summary>The ARN of <see cref="JobGate"/>.</summary>
    public string JobGateArn => MachineArn(JobGate);

    /// <summary>The ARN of <see cref="StartNetwork"/>.</summary>
    public string StartNetworkArn => MachineArn(StartNetwork);

    /// <summary>The ARN of <see cref="ScheduleGroup"/>.</summary>
    public string ScheduleGroupArn => Arn("scheduler", "schedule-group/" + ScheduleGroup);

    /// <summary>The ARN of <see cref="WatchDeadline"/>.</summary>
    public string WatchDeadlineArn => MachineArn(WatchDeadline);

    /// <summary>The ARN of <see cref="RunAlertCommand"/>.</summary>
    public string RunAlertCommandArn => MachineArn(RunAlertCommand);

    /// <summary>The ARN of the document.</summary>
    public string DocumentArn => Arn("ssm", "document/" + RunShellScriptOnOneInstance);

    /// <summary>The ARN of <see cref="LockTable"/>.</summary>
    public string LockTableArn => Arn("dynamodb", "table/" + LockTable);

    /// <summary>The ARN of <see cref="AlertTable"/>.</summary>
    public string AlertTableArn => Arn("dynamodb", "table/" + AlertTable);

    /// <summary>The ARN of <see cref="SendDigest"/>.</summary>
    public string SendDigestArn => MachineArn(SendDigest);

    /// <summary>The ARN of <see cref="SendRecovered"/>.</summary>
    public string SendRecoveredArn => MachineArn(SendRecovered);

    /// <summary>The host of the AWS console in this partition and Region.</summary>
    public string ConsoleHost => Partition switch
    {
        "aws-cn" => Region + ".console.amazonaws.cn",
        "aws-us-gov" => "console.amazonaws-us-gov.com",
        _ => Region + ".console.aws.amazon.com",
    };

    private string LogRoot => Prefix.Length == 0 ? "/jobmgmt" : "/jobmgmt-" + Prefix;

    /// <summary>The name of a network's state machine.</summary>
    public string NetworkMachine(string networkName) => _lead + NetworkWord + networkName;

    /// <summary>The ARN of a network's state machine.</summary>
    public string NetworkMachineArn(string networkName) => MachineArn(NetworkMachine(networkName));

    /// <summary>The name of the network whose state machine has this name; false: it is none of this stack.</summary>
    public bool TryNetworkName(string machineName, out string networkName)
    {
        var lead = NetworkMachine("");
        var matches = machineName.Length > lead.Length && machineName.StartsWith(lead, StringComparison.Ordinal);
        networkName = matches ? machineName.Substring(lead.Length) : "";
        return matches;
    }

    /// <summary>The ARN of a state machine of this account and Region.</summary>
    public string MachineArn(string machineName) => Arn("states", "stateMachine:" + machineName);

    /// <summary>The ARN of a role.</summary>
    public string RoleArn(string roleName) => $"arn:{Partition}:iam::{Account}:role/{roleName}";

    /// <summary>The rule that takes a channel's alerts.</summary>
    public string ChannelRule(string channel) => _lead + "JobAlert-" + channel;

    /// <summary>The rule of a trigger that waits for events.</summary>
    public string TriggerRule(string name) => _lead + "JobTrigger-" + name;

    /// <summary>The parameter that keeps a calendar.</summary>
    public string CalendarParameter(string calendar) => $"{CalendarPath}/{calendar}";

    /// <summary>The ARN of a calendar's parameter.</summary>
    public string CalendarParameterArn(string calendar) => Arn("ssm", "parameter" + CalendarParameter(calendar));

    /// <summary>The Change Calendar document of a calendar that is kept as one, too.</summary>
    public string CalendarDocument(string calendar) => _lead + "JobCalendar-" + calendar;

    /// <summary>The connection and the API destination of a channel's webhook.</summary>
    public string ChannelWebhook(string channel) => ChannelRule(channel);

    /// <summary>The topic of a channel's mails. A topic's name takes no dot.</summary>
    public string ChannelTopic(string channel) => ChannelRule(channel).Replace(".", "-dot-");

    /// <summary>The ARN of an SNS topic.</summary>
    public string TopicArn(string topic) => Arn("sns", topic);

    /// <summary>The ARN of an SQS queue.</summary>
    public string QueueArn(string queue) => Arn("sqs", queue);

    /// <summary>The ARN of a Lambda function.</summary>
    public string FunctionArn(string function) => Arn("lambda", "function:" + function);

    /// <summary>The ARN of a rule on the default bus.</summary>
    public string RuleArn(string ruleName) => Arn("events", "rule/" + ruleName);

    /// <summary>The log group that keeps a channel's alerts.</summary>
    public string ChannelLogGroup(string channel) => LogRoot + "/alerts/" + channel;

    /// <summary>The ARN of a log group, without the <c>:*</c> that some policies want.</summary>
    public string LogGroupArn(string logGroup) => Arn("logs", "log-group:" + logGroup);

    /// <summary>An ARN of this partition, Region and account.</summary>
    internal string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{Account}:{resource}";

    // IAM is global while a stack belongs to a Region, so a role's name says which.
    private string Role(string work) => $"{_lead}JobMgmt-{work}-{Region}";
}
