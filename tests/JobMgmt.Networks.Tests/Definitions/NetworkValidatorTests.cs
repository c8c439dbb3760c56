using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Tests.Testing;

namespace JobMgmt.Networks.Tests.Definitions;

public sealed class NetworkValidatorTests
{
    private static readonly JobDefinition _job = Samples.Job("Load", "load.sh");
    private static readonly JobDefinition _nested = new() { Name = "Load", Network = "load" };

    public static TheoryData<string, JobNetwork> Faults => new()
    {
        { "Name", Of(_job) with { Name = "" } },
        { "Name", Of(_job) with { Name = "a b" } },
        { "Name", Of(_job) with { Name = new string('n', 70) } },
        { "Name", Of(_job) with { Name = "night(1)" } },
        { "Name", Of(_job) with { Name = "o'brien" } },
        { "Name", Of(_job) with { Name = "a!b" } },
        { "Name", Of(_job) with { Name = "夜🙂" } },
        { "AlertChannel", Of(_job) with { AlertChannel = "a/b" } },
        { "Parameter", Of(_job) with { Parameter = new Dictionary<string, string?> { ["a-b"] = null } } },
        { "Parameter", Of(_job) with { Parameter = new Dictionary<string, string?> { ["UID"] = "x" } } },
        { "Parameter", Of(_job) with { Parameter = new Dictionary<string, string?> { ["A"] = new string('x', 20_000) } } },
        { "Parameter.A", Of(_job) with { Parameter = new Dictionary<string, string?> { ["A"] = "a\0b" } } },
        { "Tag", Of(_job) with { Tag = Tags("a.$*", "x") } },
        { "Tag.role", Of(_job) with { Tag = Tags("role", "") } },
        { "Timeout", Of(_job) with { Timeout = 0 } },
        { "Timeout", Of(_job) with { Timeout = 100_000_000 } },
        { "Jobs", Of() },
        { "Jobs[1].Name", Of(_job, _job) },
        { "Jobs[0].Name", Of(_job with { Name = "" }) },
        { "Jobs[0].Name", Of(_job with { Name = new string('n', 81) }) },
        { "Jobs[0].Name", Of(_job with { Name = "a\nb" }) },
        { "Jobs[0].Name", Of(_job with { Name = "Send fail event" }) },
        { "Jobs[0].Name", Of(_job with { Name = "Alert for job 7" }) },
        { "Jobs[0].Name", Of(_job with { Name = "Run job 1?" }) },
        { "Jobs[0].After", Of(_job with { After = ["Extract"] }) },
        { "Jobs[0].After", Of(_job with { After = ["Load"] }) },
        { "Jobs[0].After", Of(_job with { After = ["B"] }, _job with { Name = "B", After = ["C"] }, _job with { Name = "C", After = ["Load"] }) },
        { "Jobs[0].RunOn", Of(_job with { RunOn = JobRunOn.Always }) },
        { "Jobs[1].RunOn", Of(_job, _job with { Name = "B", RunOn = JobRunOn.Failure }) with { FailFast = true } },
        { "Jobs[0].Name", Of(_job with { Name = "Hold job 1" }) },
        { "Jobs[0].AlertChannel", Of(_job with { AlertChannel = "a b" }) },
        { "Jobs[0].HoldTimeout", Of(_job with { HoldTimeout = 60 }) },
        { "Jobs[0].HoldMessage", Of(_job with { HoldMessage = "x" }) },
        { "Jobs[0].HoldTimeout", Of(_job with { Hold = true, HoldTimeout = 0 }) },
        { "Jobs[0].HoldTimeout", Of(_job with { Hold = true, HoldTimeout = 31_536_000 }) },
        { "Jobs[0].HoldMessage", Of(_job with { Hold = true, HoldMessage = " " }) },
        { "FailFast", Of(_job with { ContinueOnFailure = true }) with { FailFast = true } },
        { "Jobs[1].RunOn", Of(_job with { ContinueOnFailure = true }, _job with { Name = "B", RunOn = JobRunOn.Failure }) },
        { "Jobs[0].Command", Of(_job with { Command = [] }) },
        { "Jobs[0].Command", Of(_job with { Command = ["", "  "] }) },
        { "Jobs[0].Command", Of(_job with { Command = [Noise(50_000)] }) },
        { "Jobs[0].Command", Of(_job with { Command = [Noise(40_000)], Environment = Tags("A", Noise(15_000)) }) },
        { "Jobs[0].Environment", Of(_job with { Environment = Tags("A", Noise(20_000)) }) },
        { "Jobs[0].Environment", Of(_job with { Environment = Tags("1A", "x") }) },
        { "Jobs[0].Environment", Of(_job with { Environment = Tags("A\n", "x") }) },
        { "Jobs[0].Environment", Of(_job with { Environment = Tags("JOBMGMT_RUN", "x") }) },
        { "Jobs[0].Environment", Of(_job with { Environment = Tags("UID", "x") }) },
        { "Jobs[0].Environment.A", Of(_job with { Environment = Tags("A", "a\0b") }) },
        { "Jobs[0].When", Of(_job with { When = "" }) },
        { "Jobs[0].When", Of(_job with { When = "1 +" }) },
        { "Jobs[0].When", Of(_job with { When = "1) ; (2" }) },
        { "Jobs[0].When", Of(_job with { When = "{% true %}" }) },
        { "Jobs[0].When", Of(_job with { When = "$states.input.x = 1" }) },
        { "Jobs[0].When", Of(_job with { When = "$tags.role = 'x'" }) },
        { "Jobs[0].When", Of(_job with { When = "$known.x = 1" }) },
        { "Jobs[0].When", Of(_job with { When = "$ = 1" }) },
        { "Jobs[0].When", Of(_job with { When = "$exists($$.jobs)" }) },
        { "Jobs[0].When", Of(_job with { When = "job.a.Status = 'x'" }) },
        { "Jobs[0].When", Of(_job with { When = "run.Nmae = 'x'" }) },
        { "Jobs[0].When", Of(_job with { When = "item = 1" }) },
        { "Jobs[0].When", Of(_job with { When = "parameters.date = 'x'" }) },
        { "Jobs[0].When", Of(_job with { When = "jobs.Load.ExitCode = 1" }) },
        { "Jobs[0].When", Of(_job with { When = "jobs.B.ExitCode = 1" }, _job with { Name = "B" }) },
        { "Jobs[1].When", Of(_job, _job with { Name = "B", When = "jobs.Lod.ExitCode = 1" }) },
        { "Jobs[1].When", Of(_job, _job with { Name = "B", When = "jobs.Load.Exit = 1" }) },
        { "Jobs[1].When", Of(_job, _job with { Name = "B", When = "jobs.Load.Output = 'x'" }) },
        { "Jobs[1].When", Of(_job, _job with { Name = "B", When = "$count(jobs.*[Status = 'Failed']) = 1" }) },
        { "Jobs[1].When", Of(_job, _job with { Name = "B", When = "$lookup(jobs, 'Load').ExitCode = 1" }) },
        { "Jobs[1].When", Of(_job, _job with { Name = "B", When = "**.ExitCode = 1" }) },
        { "Jobs[1].When", Of(_job, _job with { Name = "B", After = [], When = "jobs.Load.ExitCode = 1" }) },
        { "Jobs[1].Environment.A", Of(_job, _job with { Name = "B", Environment = Tags("A", "{% jobs.Load.Output %}") }) },
        { "Jobs[0].Environment.A", Of(_job with { Environment = Tags("A", "{%%}") }) },
        { "Jobs[0].When", Of(_job with { ForEach = ["a"], When = "item = 'a'" }) },
        { "Jobs[1].When", Of(_job with { ForEach = ["a"] }, _job with { Name = "B", When = "jobs.Load.ExitCode = 0" }) },
        { "Jobs[0].Name", Of(_job with { Name = "Condition of job 1" }) },
        { "Jobs[0].Secret", Of(_job with { Secret = Tags("a-b", "/x") }) },
        { "Jobs[0].Secret.A", Of(_job with { Secret = Tags("A", "s3cret!") }) },
        { "Jobs[0].Secret.A", Of(_job with { Secret = Tags("A", "") }) },
        { "Jobs[0].Secret.A", Of(_job with { Secret = Tags("A", "/x"), Environment = Tags("A", "") }) },
        { "Jobs[0].SuccessExitCode", Of(_job with { SuccessExitCode = [] }) },
        { "Jobs[0].SuccessExitCode", Of(_job with { SuccessExitCode = [0, 256] }) },
        { "Jobs[0].SuccessExitCode", Of(_job with { SuccessExitCode = [194] }) },
        { "Jobs[0].ErrorName", Of(_job with { ErrorName = Errors(-1, "Temporary") }) },
        { "Jobs[0].ErrorName.0", Of(_job with { ErrorName = Errors(0, "Temporary") }) },
        { "Jobs[0].ErrorName.3", Of(_job with { ErrorName = Errors(3, "Temporary"), SuccessExitCode = [0, 3] }) },
        { "Jobs[0].ErrorName.75", Of(_job with { ErrorName = Errors(75, "States.Timeout") }) },
        { "Jobs[0].ErrorName.75", Of(_job with { ErrorName = Errors(75, "{x}") }) },
        { "Jobs[0].ErrorName.75", Of(_job with { ErrorName = Errors(75, "") }) },
        { "Jobs[0].Lock", Of(_job with { Lock = "" }) },
        { "Jobs[0].Lock", Of(_job with { Lock = "a\nb" }) },
        { "Jobs[0].Lock", Of(_job with { Lock = new string('n', 201) }) },
        { "Jobs[0].Slots", Of(_job with { Lock = "a", Slots = 0 }) },
        { "Jobs[0].Slots", Of(_job with { Lock = "a", Slots = 101 }) },
        { "Jobs[0].Slots", Of(_job with { Slots = 2 }) },
        { "Jobs[0].LockTimeout", Of(_job with { Lock = "a", LockTimeout = 0 }) },
        { "Jobs[0].LockTimeout", Of(_job with { LockTimeout = 60 }) },
        { "Jobs[0].Name", Of(_job with { Name = "Wait for lock of job 1" }) },
        { "Jobs[0].WorkingDirectory", Of(_job with { WorkingDirectory = "tmp" }) },
        { "Jobs[0].WorkingDirectory", Of(_job with { WorkingDirectory = "" }) },
        { "Jobs[0].ExecutionTimeout", Of(_job with { ExecutionTimeout = 4 }) },
        { "Jobs[0].ExecutionTimeout", Of(_job with { ExecutionTimeout = 172_801 }) },
        { "Jobs[0].Tag", Of(_job with { Tag = new Dictionary<string, string>() }) },
        { "Jobs[0].Tag", Of(_job with { Tag = Tags(new string('k', 129), "x") }) },
        { "Jobs[0].Retry.MaxAttempts", Of(_job with { Retry = [new JobRetryPolicy { MaxAttempts = 0 }] }) },
        { "Jobs[0].Retry.Interval", Of(_job with { Retry = [new JobRetryPolicy { Interval = 0 }] }) },
        { "Jobs[0].Retry.BackoffRate", Of(_job with { Retry = [new JobRetryPolicy { BackoffRate = 0.5 }] }) },
        { "Jobs[0].Retry.BackoffRate", Of(_job with { Retry = [new JobRetryPolicy { BackoffRate = double.NaN }] }) },
        { "Jobs[0].Retry.MaxDelay", Of(_job with { Retry = [new JobRetryPolicy { Interval = 60, MaxDelay = 60 }] }) },
        { "Jobs[0].Retry.ErrorName", Of(_job with { Retry = [new JobRetryPolicy { ErrorName = [] }] }) },
        { "Jobs[0].Retry.ErrorName", Of(_job with { Retry = [new JobRetryPolicy { ErrorName = ["StepFunctions.ThrottlingException"] }] }) },
        { "Jobs[0].Retry.ErrorName", Of(_job with { Retry = [new JobRetryPolicy { ErrorName = ["StepFunctions.AWSStepFunctionsException"] }] }) },
        { "Jobs[0].Retry[1].MaxAttempts", Of(_job with { Retry = [new JobRetryPolicy(), new JobRetryPolicy { ErrorName = ["A"], MaxAttempts = 1001 }] }) },
        { "Jobs[0].Retry[1].ErrorName", Of(_job with { Retry = [new JobRetryPolicy(), new JobRetryPolicy { ErrorName = ["A", "ExecutionFailed"] }] }) },
        { "Jobs[0].Retry[1].ErrorName", Of(_job with { Retry = [new JobRetryPolicy { ErrorName = ["States.TaskFailed"] }, new JobRetryPolicy()] }) },
        { "Jobs[0].Retry.ErrorName", Of(_job with { Retry = [new JobRetryPolicy { ErrorName = ["States.Timeout"] }] }) },
        { "Jobs[0].Retry.ErrorName", Of(_job with { Retry = [new JobRetryPolicy { ErrorName = ["States.ALL"] }] }) },
        { "Jobs[0].Name", Of(_job with { Name = "Read network 1" }) },
        { "Jobs[0].Name", Of(_job with { Name = "Alert for network 1?" }) },
        { "Jobs[0].Command", Of(_nested with { Command = ["true"] }) },
        { "Jobs[0].WorkingDirectory", Of(_nested with { WorkingDirectory = "/tmp" }) },
        { "Jobs[0].ExecutionTimeout", Of(_nested with { ExecutionTimeout = 60 }) },
        { "Jobs[0].Environment", Of(_nested with { Environment = Tags("A", "x") }) },
        { "Jobs[0].Secret", Of(_nested with { Secret = Tags("A", "/x") }) },
        { "Jobs[0].ForEach", Of(_nested with { ForEach = ["a"] }) },
        { "Jobs[0].Output", Of(_nested with { Output = JobOutput.Json }) },
        { "Jobs[0].SuccessExitCode", Of(_nested with { SuccessExitCode = [0, 3] }) },
        { "Jobs[0].ErrorName", Of(_nested with { ErrorName = new Dictionary<int, string> { [3] = "E" } }) },
        { "Jobs[0].Network", Of(_nested with { Network = "" }) },
        { "Jobs[0].Network", Of(_nested with { Network = "a b" }) },
        { "Jobs[0].Network", Of(_nested with { Network = new string('n', 70) }) },
        { "Jobs[0].Network", Of(_nested with { Network = "nightly" }) },
        { "Jobs[0].Parameter", Of(_job with { Parameter = Tags("day", "x") }) },
        { "Jobs[0].Parameter", Of(_nested with { Parameter = Tags(" ", "x") }) },
        { "Jobs[0].Retry.ErrorName", Of(_nested with { Retry = [new JobRetryPolicy { ErrorName = ["WorkerBusy"] }] }) },
        { "Jobs[0].Retry.ErrorName", Of(_nested with { Retry = [new JobRetryPolicy { ErrorName = ["States.ALL"] }] }) },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Validate_GivesOneFaultWithPlaceAndFix(string place, JobNetwork network)
    {
        var fault = Assert.Single(NetworkValidator.Validate(network, Samples.Names));

        Assert.Equal(place, fault.Place);
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Fix);
    }

    [Theory]
    [InlineData("night(1)", "( )")]
    [InlineData("o'brien!!", "' !")]
    public void Validate_NamesTheCharactersThatNoTagTakes(string name, string characters) =>
        Assert.Equal(
            $"The name is a tag of the network's state machine too. No tag takes {characters}.", Assert.Single(NetworkValidator.Validate(Of(_job) with { Name = name }, Samples.Names)).Message);

    [Theory]
    [InlineData("日次-集計_2.0=+@")]
    [InlineData("𠮷野")]
    public void Validate_TakesNamesOfAnyScript(string name) => Assert.Empty(NetworkValidator.Validate(Of(_job) with { Name = name }, Samples.Names));

    [Fact]
    public void Validate_GivesEveryFault_WhenThereAreSeveral()
    {
        var faults = NetworkValidator.Validate(Of(_job with { Command = [], ExecutionTimeout = 0 }, _job) with { Name = "?" }, Samples.Names);

        Assert.Equal(["Name", "Jobs[1].Name", "Jobs[0].Command", "Jobs[0].ExecutionTimeout"], faults.Select(fault => fault.Place));
    }

    [Fact]
    public void Validate_CountsThePrefix_WhenTheStackHasOne()
    {
        var network = Of(_job) with { Name = new string('n', 69) };

        Assert.Empty(NetworkValidator.Validate(network, Samples.Names));
        Assert.Single(NetworkValidator.Validate(network, new RunJobStackNames("dev", "aws", "ap-northeast-1", "123456789012")));
    }

    [Fact]
    public void Validate_AcceptsTheLongest()
    {
        var job = _job with { Name = new string('名', 80), ExecutionTimeout = 5, Tag = Tags(new string('k', 128), new string('v', 256)) };

        Assert.Empty(NetworkValidator.Validate(Of(job, job with { Name = "last", ExecutionTimeout = 172_800 }), Samples.Names));
    }

    private static Dictionary<int, string> Errors(int code, string name) => new() { [code] = name };

    private static JobNetwork Of(params JobDefinition[] jobs) => new() { Name = "nightly", Jobs = jobs };

    private static Dictionary<string, string> Tags(string key, string value) => new() { [key] = value };

    /// <summary>Text that no packing makes much shorter.</summary>
    private static string Noise(int length)
    {
        var random = new Random(1);
        return string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next(33, 127)));
    }
}
