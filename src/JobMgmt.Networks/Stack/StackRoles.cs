using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>The stack's roles, each with no more rights than its work needs.</summary>
internal static class StackRoles
{
    internal const string PolicyName = "JobMgmt";

    private static readonly string[] AnyResource = { "*" };
    private static readonly string[] SendTask = { "states:SendTaskSuccess", "states:SendTaskFailure", "states:SendTaskHeartbeat" };

    internal static IEnumerable<StackArtefact> Artefacts(RunJobStackNames names)
    {
        var states = ("states.amazonaws.com", new[] { names.MachineArn("*") });
        yield return Role(names, names.AutomationRole, "Lets the Automation document choose a worker, run the command and answer.", Automation(names),
            ("ssm.amazonaws.com", new[] { names.Arn("ssm", "automation-execution/*") }));
        yield return Role(names, names.RunJobRole, "Lets RunJob start and stop automations and answer networks.", RunJob(names), states);
        yield return Role(names, names.SendFailEventRole, "Lets SendFailEvent, SendDigest and SendRecovered put alert events, read the end of a job's log, and remember what they told.", SendFailEvent(names), states);
        yield return Role(names, names.StopJobsRole, "Lets StopJobs stop what an ended execution has left running, answer for a stopped RunJob, and give back the locks.", StopJobs(names), states);
        yield return Role(names, names.JobGateRole, "JobGate calls nothing.", JobGate(), states);
        yield return Role(names, names.WatchDeadlineRole, "Lets WatchDeadline read and stop the runs of networks, and tell that they are overdue.", WatchDeadline(names), states);
        yield return Role(names, names.NetworkRole, "Lets networks start RunJob, SendFailEvent and other networks, make and open gates, take locks, and tell of held jobs.", Network(names), states);
        yield return Role(names, names.StartNetworkRole, "Lets StartNetwork start networks and send an alert where it can't.", StartNetwork(names), states);
        yield return Role(names, names.TriggerRole, "Lets EventBridge start StartNetwork, networks, SendFailEvent, SendRecovered, StopJobs and RunAlertCommand; what else a channel's targets need is added with them.", Trigger(names),
            ("events.amazonaws.com", new[] { names.RuleArn("*") }),
            ("scheduler.amazonaws.com", new[] { names.Arn("scheduler", "schedule-group/*") }));
    }

    private static RoleArtefact Role(
        RunJobStackNames names, string name, string description, JsonObject policy, params (string Service, string[] SourceArns)[] trusted) => new(
        name,
        names.RoleArn(name),
        description,
        PolicyDocument.Trust(names.Account, trusted),
        new Dictionary<string, JsonObject>(StringComparer.Ordinal) { [PolicyName] = policy })
    {
        Tags = StackTags.OfStack(names),
    };

    private static JsonObject Automation(RunJobStackNames names) => PolicyDocument.Of(
        PolicyDocument.Allow(new[] { "ssm:SendCommand" }, new[]
        {
            $"arn:{names.Partition}:ssm:{names.Region}::document/AWS-RunShellScript",
            names.Arn("ec2", "instance/*"),
            names.Arn("ssm", "managed-instance/*"),
        }),

        // These know no resource to be narrowed to.
        PolicyDocument.Allow(
            new[] { "ssm:DescribeInstanceInformation", "ssm:ListCommands", "ssm:ListCommandInvocations", "ssm:GetCommandInvocation", "ssm:CancelCommand" },
            AnyResource),
        // The end of an output that is too long for GetCommandInvocation.
        PolicyDocument.Allow(new[] { "logs:GetLogEvents" }, new[] { names.LogGroupArn(names.JobLogGroup) + ":log-stream:*" }),
        PolicyDocument.Allow(new[] { "ssm:GetAutomationExecution" }, new[] { names.Arn("ssm", "automation-execution/*") }),
        PolicyDocument.Allow(SendTask, new[] { names.MachineArn("*") }));

    private static JsonObject RunJob(RunJobStackNames names) => PolicyDocument.Of(
        PolicyDocument.Allow(new[] { "ssm:StartAutomationExecution" }, new[]
        {
            names.DocumentArn,
            names.Arn("ssm", $"automation-definition/{names.RunShellScriptOnOneInstance}:*"),
            names.Arn("ssm", "automation-execution/*"),
        }),
        PolicyDocument.Allow(new[] { "ssm:StopAutomationExecution" }, new[] { names.Arn("ssm", "automation-execution/*") }),
        PolicyDocument.Allow(
            new[] { "iam:PassRole" },
            new[] { names.RoleArn(names.AutomationRole) },
            JsonObject.Of(("StringEquals", JsonObject.Of(("iam:PassedToService", "ssm.amazonaws.com"))))),
        PolicyDocument.Allow(new[] { "states:GetExecutionHistory" }, new[] { names.Arn("states", $"execution:{names.RunJob}:*") }),
        PolicyDocument.Allow(SendTask, new[] { names.MachineArn("*") }));

    private static JsonObject SendFailEvent(RunJobStackNames names) => PolicyDocument.Of(
        PolicyDocument.Allow(new[] { "events:PutEvents" }, new[] { names.EventBusArn }),
        PolicyDocument.Allow(new[] { "logs:GetLogEvents" }, new[] { names.LogGroupArn(names.JobLogGroup) + ":log-stream:*" }),
        PolicyDocument.Allow(new[] { "dynamodb:UpdateItem", "dynamodb:DeleteItem" }, new[] { names.AlertTableArn }),
        PolicyDocument.Allow(new[] { "states:StartExecution" }, new[] { names.SendDigestArn }),
        PolicyDocument.Allow(new[] { "states:ListTagsForResource" }, new[] { names.NetworkMachineArn("*") }),
        PolicyDocument.Allow(new[] { "scheduler:GetSchedule" }, new[] { names.Arn("scheduler", $"schedule/{names.ScheduleGroup}/*") }));

    private static JsonObject StopJobs(RunJobStackNames names) => PolicyDocument.Of(
        PolicyDocument.Allow(
            new[] { "states:GetExecutionHistory" },
            new[] { names.Arn("states", $"execution:{names.NetworkMachine("*")}:*"), names.Arn("states", $"execution:{names.RunJob}:*") }),
        PolicyDocument.Allow(
            new[] { "states:StopExecution" },
            new[] { names.Arn("states", $"execution:{names.RunJob}:*"), names.Arn("states", $"execution:{names.NetworkMachine("*")}:*") }),
        PolicyDocument.Allow(new[] { "ssm:StopAutomationExecution" }, new[] { names.Arn("ssm", "automation-execution/*") }),
        PolicyDocument.Allow(new[] { "states:DescribeExecution" }, new[] { names.Arn("states", $"execution:{names.RunJob}:*") }),
        PolicyDocument.Allow(new[] { "dynamodb:Scan", "dynamodb:UpdateItem" }, new[] { names.LockTableArn }),
        PolicyDocument.Allow(new[] { "states:SendTaskSuccess" }, new[] { names.NetworkMachineArn("*") }),

        // Whoever waits for a RunJob: a state machine by hand, too.
        PolicyDocument.Allow(new[] { "states:SendTaskFailure" }, new[] { names.MachineArn("*") }));

    private static JsonObject Network(RunJobStackNames names) => PolicyDocument.Of(
        PolicyDocument.Allow(
            new[] { "states:StartExecution" },
            new[] { names.RunJobArn, names.RunJobArn + ":*", names.SendFailEventArn, names.SendFailEventArn + ":*", names.JobGateArn, names.WatchDeadlineArn, names.NetworkMachineArn("*") }),
        PolicyDocument.Allow(
            new[] { "states:DescribeExecution", "states:StopExecution" },
            new[]
            {
                names.Arn("states", $"execution:{names.SendFailEvent}:*"),
                names.Arn("states", $"execution:{names.JobGate}:*"),
                names.Arn("states", $"execution:{names.NetworkMachine("*")}:*"),
            }),

        PolicyDocument.Allow(new[] { "dynamodb:UpdateItem" }, new[] { names.LockTableArn }),
        PolicyDocument.Allow(new[] { "states:SendTaskSuccess" }, new[] { names.NetworkMachineArn("*") }),

        // A held job tells that it waits.
        PolicyDocument.Allow(new[] { "events:PutEvents" }, new[] { names.EventBusArn }),

        // Waiting for a child execution (.sync) works through this managed rule; without the rights the state machine can't even be created.
        PolicyDocument.Allow(
            new[] { "events:PutTargets", "events:PutRule", "events:DescribeRule" },
            new[] { names.RuleArn("StepFunctionsGetEventsForStepFunctionsExecutionRule") }));

    private static JsonObject WatchDeadline(RunJobStackNames names) => PolicyDocument.Of(
        PolicyDocument.Allow(
            new[] { "states:DescribeExecution", "states:GetExecutionHistory", "states:StopExecution" }, new[] { names.Arn("states", $"execution:{names.NetworkMachine("*")}:*") }),
        PolicyDocument.Allow(new[] { "states:StartExecution" }, new[] { names.SendFailEventArn }));

    // A role must have a policy here as all others have: this one refuses what nobody asks for.
    private static JsonObject JobGate() => PolicyDocument.Of(JsonObject.Of(("Effect", "Deny"), ("Action", Compilation.Asl.Texts("*")), ("Resource", Compilation.Asl.Texts(AnyResource))));

    private static JsonObject Trigger(RunJobStackNames names) => PolicyDocument.Of(
        PolicyDocument.Allow(new[] { "states:StartExecution" }, new[] { names.StartNetworkArn, names.NetworkMachineArn("*"), names.SendFailEventArn, names.SendRecoveredArn, names.StopJobsArn, names.RunAlertCommandArn }));

    private static JsonObject StartNetwork(RunJobStackNames names) => PolicyDocument.Of(
        PolicyDocument.Allow(new[] { "states:StartExecution" }, new[] { names.NetworkMachineArn("*"), names.SendFailEventArn }),
        PolicyDocument.Allow(new[] { "ssm:GetParameter" }, new[] { names.CalendarParameterArn("*") }),
        PolicyDocument.Allow(new[] { "dynamodb:GetItem" }, new[] { names.LockTableArn }),
        PolicyDocument.Allow(new[] { "states:DescribeExecution", "states:GetExecutionHistory" }, new[] { names.Arn("states", $"execution:{names.NetworkMachine("*")}:*") }),
        PolicyDocument.Allow(new[] { "states:ListTagsForResource", "states:ListExecutions" }, new[] { names.NetworkMachineArn("*") }));
}
