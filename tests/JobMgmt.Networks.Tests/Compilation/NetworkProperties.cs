using CsCheck;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Compilation;

public sealed class NetworkProperties
{
    private static readonly Gen<IReadOnlyDictionary<string, string>?> _tags =
        Gen.Dictionary(Pick("role", "env", "a:b/c", "タグ", "k k"), Pick("job_worker", "本番", "x=y+z@-._:/"))[1, 3]
            .Select(Gen.Bool, (tags, none) => none ? null : (IReadOnlyDictionary<string, string>?)tags);

    private static readonly Gen<JobRetryPolicy[]> _retry =
        from attempts in Gen.Int[1, 5]
        from interval in Gen.Int[1, 600]
        from backoff in Pick(1.0, 1.5, 2.0)
        from delay in Pick<int?>(null, 700)
        from jitter in Gen.Bool
        from errors in Gen.Shuffle(new[] { JobErrors.ExecutionFailed, JobErrors.WorkerBusy, "Temporary", "é {% x %}" })
        from count in Gen.Int[0, 3]
        select Enumerable.Range(0, count).Select(i => new JobRetryPolicy
        {
            ErrorName = i == 2 ? errors[2..] : [errors[i]], MaxAttempts = attempts + i, Interval = interval, BackoffRate = backoff, MaxDelay = delay, Jitter = jitter,
        }).ToArray();

    // Line breaks and blank first lines come back as other lines, so they are left to CommandLinesTests.
    private static readonly Gen<string[]> _command =
        Gen.OneOf(Pick("", "echo 'x' \"y\" \\z", "{{ ssm:x }}", "$.a", "States.Format('{}', $)", "\t#é🙂"), Gen.String[Gen.Char[' ', '~'], 1, 30]).Array[1, 120]
            .Where(lines => !string.IsNullOrWhiteSpace(lines[0]));

    private static readonly Gen<string> _value =
        Gen.OneOf(Pick("", "{% 1 %}", "{% x", "x %}", "{{ ssm:x }}", "$HOME 'q' \"q\" \\", "a\nb\r\n", "é🙂日本"), Gen.String[Gen.Char['\u0001', '\u024f'], 0, 30]);

    private static readonly Gen<IReadOnlyDictionary<string, string>?> _environment =
        Gen.Dictionary(Pick("A", "b_2", "_", "PATH"), _value)[0, 3].Select(map => map.Count == 0 ? null : (IReadOnlyDictionary<string, string>?)map);

    private static readonly Gen<IReadOnlyDictionary<string, string>?> _secret =
        Gen.Dictionary(Pick("S", "s_2"), Pick("/batch/password", "p", "a.b-c_d:3"))[0, 2].Select(map => map.Count == 0 ? null : (IReadOnlyDictionary<string, string>?)map);

    private static readonly Gen<JobDefinition> _job =
        from name in Gen.String[Gen.Char[' ', 'ﾟ'], 1, 80].Where(name => !string.IsNullOrWhiteSpace(name) && !name.Any(char.IsControl) && !name.Any(char.IsSurrogate))
        from command in _command
        from directory in Pick<string?>(null, "/", "/srv/a b")
        from timeout in Gen.Int[5, 172_800]
        from tags in _tags
        from retry in _retry
        from ignored in Gen.Bool
        from hold in Gen.Bool
        from patience in Pick<int?>(null, 1, 31_535_999)
        from message in Pick<string?>(null, "x", "{% $x %}", "é🙂\n\"'")
        from items in Pick("a", "", "x {% $x %}", "; $done := ", "\")]) %}", "é🙂\n'").Array[0, 3]
        from forEach in Pick(false, false, true)
        from most in Pick<int?>(null, 1, 50)
        from held in Pick<string?>(null, null, "warehouse", "{% $x %}", "é \"🙂' %}")
        from slots in Pick(1, 2, 100)
        from longest in Pick<int?>(null, 1, 7200)
        from environment in _environment
        from secret in _secret
        from output in Pick(JobOutput.None, JobOutput.LastLine, JobOutput.Json)
        from codes in Pick<int[]?>(null, [0], [0, 3], [255])
        from errors in Pick<Dictionary<int, string>?>(null, new() { [75] = "Temporary" }, new() { [9] = "é % \"x\"", [75] = "Temporary" })
        from longestRun in Pick<int?>(null, null, 1, 7200)
        from startBy in Pick<string?>(null, null, "00:00", "23:59:59")
        from finishBy in Pick<string?>(null, null, "06:30")
        from nested in Pick<string?>(null, null, "load", "日次.集計-2")
        from parameters in Gen.Dictionary(Pick("day", "p q", "タグ", "{%"), Pick("", "2026-11-28", "{% run.Name %}", "\"é🙂", "%}"))[1, 3]
        from hasParameters in Gen.Bool
        from channel in Pick<string?>(null, null, "low", "dba.night-2")
        select nested is null
            ? new JobDefinition
            {
                Name = name,
                Command = command,
                Environment = environment,
                Secret = secret,
                Output = output,
                SuccessExitCode = codes,
                ErrorName = errors,
                WorkingDirectory = directory,
                ExecutionTimeout = timeout,
                Tag = tags,
                Retry = retry,
                ContinueOnFailure = ignored,
                Hold = hold,
                HoldTimeout = hold ? patience : null,
                HoldMessage = hold ? message : null,
                AlertChannel = channel,
                Lock = held,
                Slots = held is null ? 1 : slots,
                LockTimeout = held is null ? null : longest,
                MaxDuration = longestRun,
                StartBy = startBy,
                FinishBy = finishBy,
                ForEach = forEach ? items : null, // expressions: ForEachScenarios
                MaxConcurrency = forEach ? most : null,
            }
            : new JobDefinition
            {
                Name = name,
                Network = nested,
                Parameter = hasParameters ? parameters : null,
                Tag = tags,
                Retry = retry.Take(1).Select(one => one with { ErrorName = [JobErrors.ExecutionFailed] }).ToArray(),
                ContinueOnFailure = ignored,
                Hold = hold,
                HoldTimeout = hold ? patience : null,
                HoldMessage = hold ? message : null,
                AlertChannel = channel,
                Lock = held,
                Slots = held is null ? 1 : slots,
                LockTimeout = held is null ? null : longest,
                MaxDuration = longestRun,
                StartBy = startBy,
                FinishBy = finishBy,
            };

    private static readonly Gen<JobNetwork> _network =
        from jobs in _job.Array[1, 6].Where(jobs => jobs.Select(job => job.Name).Distinct().Count() == jobs.Length)
        from channel in Pick<string?>(null, "high", "ops.night-2")
        from tags in _tags
        from failFast in Gen.Bool
        from ifRunning in Pick(IfRunning.Allow, IfRunning.Skip, IfRunning.Queue, IfRunning.QueueOne, IfRunning.StopOther)
        from watched in Pick(false, true)
        from zone in Pick<string?>(null, "UTC", "Asia/Tokyo", "America/New_York")
        from stops in Gen.Bool
        from limit in Pick<int?>(null, 1, 99_999_999)
        from parameters in Gen.Dictionary(Pick("date", "A", "_x", "and", "function"), _value.Null())[0, 3]
        from asks in Gen.Int[0, 5].Array[6]
        from digest in Pick<int?>(null, 1, 86_400)
        select new JobNetwork { Name = "n", Parameter = parameters.Count == 0 ? null : parameters!, Jobs = Asking(jobs, asks), AlertChannel = channel, AlertDigest = digest, Tag = tags, Timeout = limit, IfRunning = ifRunning, MaxDuration = watched ? 3600 : null, FinishBy = watched ? "06:30:15" : null, TimeZone = watched ? zone : null, StopOnDeadline = watched && stops, FailFast = failFast && jobs.Any(job => !job.ContinueOnFailure) };

    // The same jobs in any order: none, some or all of those before it come before a job.
    private static readonly Gen<JobNetwork> _graph =
        from network in _network
        from before in Gen.Int[0, 63].Array[6]
        select network with
        {
            Jobs = network.Jobs.Select((job, i) => job with
            {
                After = [.. network.Jobs.Take(i).Where((_, one) => (before[i] & (1 << one)) != 0).Select(one => one.Name)],
                When = null,
                Environment = job.Environment?.Where(variable => variable.Key != "ASKED").ToDictionary(),
                Parameter = job.Parameter?.Where(parameter => parameter.Key != "ASKED").ToDictionary(),
            }).ToArray(),
        };

    // Each job may ask the one before it, whatever that is called, in a condition and in its environment.
    private static JobDefinition[] Asking(JobDefinition[] jobs, int[] asks) => jobs.Select((job, i) =>
    {
        var ask = i == 0 ? "run.Name" : $"jobs.{new JsonString(jobs[i - 1].Name).ToString().Replace("%", "\\u0025", StringComparison.Ordinal)}\n  .Status";
        return asks[i] switch
        {
            0 => job with { When = $" {ask} = {(i == 0 ? ask : "'Succeeded'")} /* é 🙂 */ \r\n" },
            1 when job.Network is not null => job with { Parameter = new Dictionary<string, string>(job.Parameter ?? new Dictionary<string, string>()) { ["ASKED"] = $"{{%{ask} & '\n'%}}" } },
            1 => job with { Environment = new Dictionary<string, string>(job.Environment ?? new Dictionary<string, string>()) { ["ASKED"] = $"{{%{ask} & '\n'%}}" } },
            _ => job,
        };
    }).ToArray();

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    [Fact]
    public void Compile_GivesAnAcceptedDefinition_ThatReadsBackAsTheSameNetwork() => _network.Sample(
        network =>
        {
            var definition = NetworkCompiler.Compile(network, Samples.Names);
            Assert.Empty(AslReader.Read(definition.ToString()).Diagnostics);
            Assert.True(NetworkReader.TryRead(definition, "n", out var read, out var reason), reason);
            Assert.Equal(definition, NetworkCompiler.Compile(read!, Samples.Names));
            var used = network.Jobs.Any(job => job.Tag is null) ? network.Tag : null; // tags that no job takes are not in the definition
            Assert.Equivalent(network with { Jobs = [], Tag = used }, read! with { Jobs = [] }, strict: true);
            Assert.Equivalent(network.Jobs.Select(job => job with { Command = [] }), read.Jobs.Select(job => job with { Command = [] }), strict: true);
            Assert.Equal(network.Jobs.Select(job => string.Join('\n', job.Command)), read!.Jobs.Select(job => string.Join('\n', job.Command)));
            Assert.Equal(network.Jobs.Select(job => job.ForEach), read.Jobs.Select(job => job.ForEach));
            Assert.Equal(network.Jobs.Select(job => job.MaxConcurrency), read.Jobs.Select(job => job.MaxConcurrency));
        },
        iter: 100);

    [Fact]
    public void Compile_GivesAnAcceptedDefinition_OfAnyGraph() => _graph.Sample(
        network =>
        {
            var definition = NetworkCompiler.Compile(network, Samples.Names);
            Assert.Empty(AslReader.Read(definition.ToString()).Diagnostics);
            Assert.True(NetworkReader.TryRead(definition, "n", out var read, out var reason), reason);
            Assert.Equal(definition, NetworkCompiler.Compile(read!, Samples.Names));
        },
        iter: 100);

    [Fact]
    public void EveryWait_HasATimeout_AndEveryFailureSendsAnAlert() => _network.Sample(
        network =>
        {
            // A network that fails is tried again whatever its error, which the time that this one may take need not allow.
            network = network with { Jobs = network.Jobs.Select(job => job.Network is null ? job : job with { Retry = [] }).ToArray() };
            var states = (JsonObject)NetworkCompiler.Compile(network, Samples.Names)["States"]!;
            foreach (var state in states.Select(member => (JsonObject)member.Value).Where(state => state.Contains("Resource")))
            {
                Assert.IsType<JsonNumber>(state["TimeoutSeconds"]);
            }

            var input = RunParameters.With(JsonValue.Parse("""{"role":"x"}"""), (network.Parameter?.Keys ?? []).ToDictionary(name => name, name => name)).ToString();
            for (var i = 0; i < network.Jobs.Count; i++)
            {
                if (network.Jobs[i].ForEach is { } items)
                {
                    Assert.Equal(items.Count > 0 && !network.Jobs[i].ContinueOnFailure ? "ItemsFailed" : null, new MachineRun().Fails(network.Jobs[i].Name, "E", "c").Run(NetworkCompiler.Compile(network, Samples.Names), input).Outcome!.Error);
                    continue;
                }

                var failed = new MachineRun().Fails(network.Jobs[i].Name, "E", "c").Run(NetworkCompiler.Compile(network, Samples.Names), input);
                Assert.Equal(network.Jobs[i].ContinueOnFailure ? (null, null) : ("E", "c"), (failed.Outcome!.Error, failed.Outcome.Cause));
                Assert.Equal(new JsonString(network.Jobs[i].Name), ((JsonObject)failed.Parameters($"Alert for job {i + 1}")["Input"]!)["JobName"]);
            }
        },
        iter: 20);
}
