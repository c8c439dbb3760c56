using CsCheck;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Files;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.Networks.Triggers;

namespace JobMgmt.Networks.Tests.Files;

public sealed class NetworkFileProperties
{
    private static readonly Gen<string> _text = Gen.OneOf(
        Pick(
            "", " ", "yes", "on", "No", "~", "null", "5", "1e3", "0x1F", "12:30", "2026-01-01", "-", "---", "...", "- a", "a: b", "a:", "a #b", "# a", "'", "\"", "\\", "{{ x }}", "{% $x %}", "[a]", "*a", "&a", "!a",
            "|", ">", "%a", "@a", "`a`", "a\rb", "\t", "a\t", "\ta", " a", "a ", "é🙂", "\u2028", "\u0085", "\ufeff", "\u0001", "\u007f", "日次 集計", "a,b", "?", "? a", "=", "<<", "a\n", "\n"),
        Gen.String[Gen.Char['\u0001', '\u024f'], 0, 30],
        Gen.String[Gen.Char[' ', '~'], 150, 1500]);

    private static readonly Gen<IReadOnlyDictionary<string, string>?> _map =
        Gen.Dictionary(_text.Where(key => key.Length <= 200), _text)[0, 3].Select(map => map.Count == 0 ? null : (IReadOnlyDictionary<string, string>?)map);

    private static readonly Gen<JobRetryPolicy[]> _retry =
        from attempts in Gen.Int[1, 5]
        from interval in Gen.Int[1, 6000]
        from backoff in Pick(1.0, 1.5, 2.0)
        from delay in Pick<int?>(null, 700)
        from errors in Pick<string[]>([JobErrors.ExecutionFailed], ["A", "B"], [])
        from jitter in Gen.Bool
        from count in Gen.Int[0, 3]
        select Enumerable.Range(0, count).Select(i => new JobRetryPolicy { MaxAttempts = attempts, Interval = interval, BackoffRate = backoff, MaxDelay = delay, ErrorName = errors, Jitter = jitter }).ToArray();

    private static readonly Gen<JobDefinition> _job =
        from name in _text
        from command in _text.Array[1, 6]
        from directory in _text.Null()
        from timeout in Gen.Int[0, 200_000]
        from tags in _map
        from retry in _retry
        from after in _text.Array[0, 3].Null()
        from runOn in Pick(JobRunOn.Success, JobRunOn.Failure, JobRunOn.Always)
        from ignored in Gen.Bool
        from hold in Gen.Bool
        from patience in Gen.Int[0, 200_000].Select(Gen.Bool, (seconds, none) => none ? null : (int?)seconds)
        from message in _text.Null()
        from items in _text.Array[0, 4].Null()
        from most in Pick<int?>(null, 1, 2000)
        from held in _text.Null()
        from slots in Gen.Int[0, 300]
        from longest in Pick<int?>(null, 1, 7200, 90)
        from description in _text.Null()
        from condition in _text.Null()
        from environment in _map
        from secret in _map
        from output in Pick(JobOutput.None, JobOutput.LastLine, JobOutput.Json)
        from codes in Pick<int[]?>(null, [], [0], [3, 0, -1])
        from errors in Gen.Dictionary(Gen.Int[-1, 300], _text)[0, 3]
        from nested in _text.Null()
        from parameters in _map
        from channel in _text.Null()
        select new JobDefinition
        {
            Name = name,
            Network = nested,
            Parameter = parameters,
            Command = nested is null ? command : [],
            WorkingDirectory = directory,
            ExecutionTimeout = timeout,
            Tag = tags,
            Retry = retry,
            After = after,
            RunOn = runOn,
            ContinueOnFailure = ignored,
            When = condition,
            Hold = hold,
            HoldTimeout = patience,
            HoldMessage = message,
            AlertChannel = channel,
            Lock = held,
            Slots = slots,
            LockTimeout = longest,
            ForEach = items,
            MaxConcurrency = most,
            Environment = environment,
            Secret = secret,
            Output = output,
            SuccessExitCode = codes,
            ErrorName = errors,
            Description = description,
        };

    private static readonly Gen<JobTrigger> _trigger =
        from name in _text
        from when in _text
        from kind in Gen.Int[0, 6]
        from zone in Pick("UTC", "Asia/Tokyo")
        from start in _text.Null()
        from end in _text.Null()
        from window in Pick<int?>(null, 60, 5400)
        from gap in Pick(TriggerGap.Skip, TriggerGap.RunAfter)
        from repeat in Pick(TriggerRepeat.Once, TriggerRepeat.Twice)
        from onlyIf in Pick(TriggerOnlyIf.Succeeded, TriggerOnlyIf.Failed, TriggerOnlyIf.Ended)
        from tags in _map
        from parameters in _map
        from attempts in Pick<int?>(null, 0, 185)
        from queue in _text.Null()
        from disabled in Gen.Bool
        select new JobTrigger
        {
            Name = name,
            Cron = kind == 0 ? when : null,
            Rate = kind == 1 ? when : null,
            At = kind == 2 ? when : null,
            EventPattern = kind == 3 ? when : null,
            OnFile = kind == 4 ? when : null,
            OnPath = kind == 5 ? when : null,
            After = kind == 6 ? when : null,
            OnlyIf = onlyIf,
            TimeZone = zone,
            StartDate = start,
            EndDate = end,
            FlexibleWindow = window,
            OnGap = gap,
            OnRepeat = repeat,
            Tag = tags,
            Parameter = parameters,
            RetryAttempts = attempts,
            RetryAge = window,
            DeadLetterQueue = queue,
            Description = start,
            Disabled = disabled,
        };

    private static readonly Gen<JobNetwork> _network =
        from name in _text
        from jobs in _job.Array[0, 4]
        from triggers in _trigger.Array[0, 3].Null()
        from channel in _text.Null()
        from tags in _map
        from failFast in Gen.Bool
        from limit in Gen.Int[0, 200_000].Select(Gen.Bool, (seconds, none) => none ? null : (int?)seconds)
        from digest in Gen.Int[0, 200_000].Select(Gen.Bool, (seconds, none) => none ? null : (int?)seconds)
        from description in _text.Null()
        from parameters in Gen.Dictionary(_text.Where(key => key.Length <= 200), _text.Null())[0, 3]
        select new JobNetwork { Name = name, Parameter = parameters!, Jobs = jobs, AlertChannel = channel, AlertDigest = digest, Tag = tags, FailFast = failFast, Timeout = limit, Triggers = triggers, Description = description };

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    [Fact]
    public void WhatIsWritten_IsReadAsTheSameNetwork_AndWrittenTheSameAgain() => _network.Sample(
        network =>
        {
            var text = NetworkFile.WriteYaml(network);
            var file = NetworkFile.ReadYaml(text);
            Assert.True(file.Network is not null, string.Join('\n', file.Faults) + "\n" + text);
            Assert.Equal(network.Jobs.Select(job => string.Join('\n', job.Command)), file.Network!.Jobs.Select(job => string.Join('\n', job.Command)));
            Assert.Equal(text, NetworkFile.WriteYaml(file.Network));
            Assert.Equal(NetworkMembers.Network.Kind.Write(network), NetworkMembers.Network.Kind.Write(file.Network));
        },
        iter: 500);

    [Fact]
    public void WindowsLineEnds_AndAByteOrderMark_ChangeNothing() => _network.Sample(
        network =>
        {
            var text = NetworkFile.WriteYaml(network);
            var file = NetworkFile.ReadYaml("\ufeff" + text.Replace("\n", "\r\n", StringComparison.Ordinal));
            Assert.Equal(text, file.Network is null ? string.Join('\n', file.Faults) : NetworkFile.WriteYaml(file.Network));
        },
        iter: 300);

    [Fact]
    public void OneChangedField_IsOneChangedLine_AndOneDifference()
    {
        foreach (var (changed, said) in new (JobNetwork, string)[]
        {
            (Samples.Everything with { AlertChannel = "high" }, "AlertChannel: low -> high"),
            (Samples.Everything with { AlertDigest = 600 }, "AlertDigest: + 10m"),
            (Samples.Everything with { FailFast = true }, "FailFast: false -> true"),
            (WithLoad(load => load with { Hold = true }), "job 'Load': Hold: false -> true"),
            (Samples.Everything with { Timeout = 14_400 }, "Timeout: + 4h"),
            (WithLoad(load => load with { ExecutionTimeout = 7200 }), "job 'Load': ExecutionTimeout: 2d -> 2h"),
            (WithLoad(load => load with { Command = ["load.sh --all"] }), "job 'Load': Command line 1: load.sh -> load.sh --all"),
            (WithLoad(load => load with { WorkingDirectory = "/srv" }), "job 'Load': WorkingDirectory: /srv/load -> /srv"),
            (WithLoad(load => load with { Tag = new Dictionary<string, string> { ["role"] = "x" } }), "job 'Load': Tag.role: loader -> x"),
            (WithLoad(load => load with { Retry = [load.Retry[0] with { MaxAttempts = 4 }] }), "job 'Load': Retry.MaxAttempts: 3 -> 4"),
            (WithLoad(load => load with { ContinueOnFailure = true }), "job 'Load': ContinueOnFailure: false -> true"),
            (WithLoad(load => load with { Environment = new Dictionary<string, string>(load.Environment!) { ["REGION"] = "us" } }), "job 'Load': Environment.REGION: eu -> us"),
            (WithLoad(load => load with { Secret = new Dictionary<string, string> { ["PASSWORD"] = "/x" } }), "job 'Load': Secret.PASSWORD: /batch/password -> /x"),
            (WithLoad(load => load with { Output = JobOutput.Json }), "job 'Load': Output: LastLine -> Json"),
            (WithLoad(load => load with { SuccessExitCode = [0, 4] }), "job 'Load': SuccessExitCode: 0, 3 -> 0, 4"),
            (WithLoad(load => load with { ErrorName = new Dictionary<int, string> { [75] = "Later", [9] = "Bad input" } }), "job 'Load': ErrorName.75: Temporary -> Later"),
            (WithLoad(load => load with { After = ["日次 集計"] }), "job 'Load': After: + 日次 集計"),
        })
        {
            Assert.Equal([said], Differences.Find(Samples.Everything, changed).Select(difference => difference.ToString()));
            var before = NetworkFile.WriteYaml(Samples.Everything).Split('\n');
            var after = NetworkFile.WriteYaml(changed).Split('\n');
            Assert.Single(after.Except(before));
        }

        Assert.Empty(Differences.Find(Samples.Everything, Samples.Everything with { FailFast = false }));
        Assert.Equal(["Parameter.date: null -> 2026", "Parameter.region: + eu"], Differences.Find(Parameters(("date", null)), Parameters(("date", "2026"), ("region", "eu"))).Select(difference => difference.ToString()));
    }

    [Fact]
    public void ADeployedDefinition_IsExplainedByItsNetwork_UnlessAStateWasEdited()
    {
        var definition = NetworkCompiler.Compile(Samples.Everything, Samples.Names);
        Assert.True(NetworkReader.TryRead(definition, Samples.Everything.Name, out var read, out _));
        Assert.Empty(DefinitionDrift.Find(definition, NetworkCompiler.Compile(read!, Samples.Names)));
        var states = (StatesLanguage.Json.JsonObject)definition["States"]!;
        var alert = (StatesLanguage.Json.JsonObject)states["Alert for job 1"]!;
        var edited = definition.With("States", states.With("Alert for job 1", alert.With("TimeoutSeconds", 7)));
        Assert.Equal(["Alert for job 1"], DefinitionDrift.Find(edited, definition));
    }

    private static JobNetwork Parameters(params (string Name, string? Default)[] parameters) =>
        Samples.Everything with { Parameter = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Default) };

    private static JobNetwork WithLoad(Func<JobDefinition, JobDefinition> change) =>
        Samples.Everything with { Jobs = [Samples.Everything.Jobs[0], change(Samples.Everything.Jobs[1])] };
}
