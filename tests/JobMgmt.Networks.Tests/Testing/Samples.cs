using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Networks.Tests.Testing;

internal static class Samples
{
    internal static RunJobStackNames Names { get; } = new(null, "aws", "ap-northeast-1", "123456789012");

    internal static JobDefinition Job(string name, params string[] command) =>
        new() { Name = name, Command = command, WorkingDirectory = "/tmp", ExecutionTimeout = 300 };

    internal static JobNetwork Example { get; } = new()
    {
        Name = "example",
        AlertChannel = "high",
        Jobs = [Job("Job 1", "echo 'SUCCESS'", "true"), Job("Job 2", "echo 'FAILURE'", "false"), Job("Job 3", "echo 'NEVER EXECUTED'", "true")],
    };

    /// <summary>How jobs may fail, be tried again, be held, and for how long.</summary>
    internal static JobNetwork Controlled { get; } = new()
    {
        Name = "controlled",
        FailFast = true,
        Timeout = 14_400,
        Jobs =
        [
            Job("check", "check.sh") with { After = [], ContinueOnFailure = true, Hold = true },
            Job("load", "load.sh") with
            {
                After = ["check"],
                AlertChannel = "dba",
                Hold = true,
                HoldTimeout = 28_800,
                HoldMessage = "Check the day's \"totals\" first {% $x %}",
                ErrorName = new Dictionary<int, string> { [75] = "Temporary" },
                Retry = [new JobRetryPolicy { ErrorName = ["Temporary", "WorkerBusy"], MaxAttempts = 5, Interval = 10, MaxDelay = 300, Jitter = true }, new JobRetryPolicy { MaxAttempts = 1, BackoffRate = 1 }],
            },
        ],
    };

    internal static JobNetwork Items { get; } = new()
    {
        Name = "items",
        Jobs =
        [
            Job("List", "ls") with { Output = JobOutput.Json },
            Job("Load", "./load.sh \"$JOBMGMT_ITEM\"") with { ForEach = ["tokyo", "大阪", "x {% $x %}"], MaxConcurrency = 2, Output = JobOutput.LastLine },
            Job("Send", "./send.sh") with
            {
                ForEach = ["{% jobs.List.Output %}"], Environment = new Dictionary<string, string> { ["LOADED"] = "{% $join(jobs.Load.Output) %}", ["TO"] = "{% item.to %}" },
            },
        ],
    };

    /// <summary>A judgement with two ways that meet again, and one that leaves them out, through a gate.</summary>
    internal static JobNetwork Judged { get; } = new()
    {
        Name = "judged",
        Parameter = new Dictionary<string, string?> { ["date"] = null, ["region"] = "eu \"%}\" 日本" },
        AlertChannel = "high",
        Jobs =
        [
            Job("check", "./check.sh") with { After = [], SuccessExitCode = [0, 4], Output = JobOutput.LastLine },
            Job("list-1", "./list.sh") with { After = [], Output = JobOutput.Json },
            Job("full", "./load.sh --all") with { After = ["check"], When = "jobs.check.ExitCode = 4" },
            Job("delta", "./load.sh") with
            {
                After = ["check", "list-1"],
                When = "jobs.check.ExitCode = 0\n  and $count(jobs.`list-1`.Output.files) > 0",
                Environment = new Dictionary<string, string> { ["FILE"] = "{% jobs.`list-1`.Output.files[0] %}", ["RUN"] = "{%run.NetworkName & '/' & run.Name%}", ["region"] = "{% parameters.region & '-1' %}" },
                ContinueOnFailure = true,
            },
            Job("verify", "./verify.sh") with { After = ["delta"] },
            Job("report", "./report.sh") with { After = ["full", "delta"] },
        ],
    };

    internal static JobNetwork Locked { get; } = new()
    {
        Name = "locked",
        AlertDigest = 600,
        Jobs = [Job("Load", "./load.sh") with { Lock = "warehouse", Slots = 2, LockTimeout = 7200 }, Job("Each", "x") with { ForEach = ["a", "b"], Lock = "{% 倉庫 %}" }],
    };

    internal static JobNetwork Nested { get; } = new()
    {
        Name = "night",
        AlertChannel = "high",
        Jobs =
        [
            Job("Get", "true") with { After = [] },
            new JobDefinition
            {
                Name = "Load",
                Network = "daily-load",
                Parameter = new Dictionary<string, string> { ["day"] = "today", ["mode"] = "{%run.Name & '!'%}" },
                Tag = new Dictionary<string, string> { ["role"] = "loader" },
                Retry = [new JobRetryPolicy { MaxAttempts = 1, Interval = 30 }],
                After = ["Get"],
                Description = "All of the day's files",
            },
            new JobDefinition { Name = "Report", Network = "report", After = ["Load"], RunOn = JobRunOn.Always, ContinueOnFailure = true },
        ],
    };

    internal static JobNetwork Everything { get; } = new()
    {
        Name = "nightly.load-2",
        Description = "Loads the day's \"files\".",
        AlertChannel = "low",
        Tag = new Dictionary<string, string> { ["role"] = "job_worker", ["env"] = "production" },
        Jobs =
        [
            new JobDefinition { Name = "日次 集計", Command = ["#!/bin/bash", "", "set -e", "echo \"{{ $x }} 'q' \\ é\""], Description = "Sums up" },
            new JobDefinition
            {
                Name = "Load",
                Command = ["load.sh"],
                Environment = new Dictionary<string, string> { ["REGION"] = "eu", ["GREETING"] = "日本 \"{{ x }}\" 'q'\n$HOME %}" },
                Secret = new Dictionary<string, string> { ["PASSWORD"] = "/batch/password" },
                Output = JobOutput.LastLine,
                SuccessExitCode = [0, 3],
                ErrorName = new Dictionary<int, string> { [75] = "Temporary", [9] = "Bad input" },
                WorkingDirectory = "/srv/load",
                ExecutionTimeout = 172_800,
                Tag = new Dictionary<string, string> { ["role"] = "loader" },
                Retry = [new JobRetryPolicy { MaxAttempts = 3, Interval = 30, BackoffRate = 1.5, MaxDelay = 600, ErrorName = ["ExecutionFailed", "WorkerBusy", "Temporary"] }],
            },
        ],
    };
}
