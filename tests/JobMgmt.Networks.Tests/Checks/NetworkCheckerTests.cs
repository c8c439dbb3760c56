using JobMgmt.Networks.Checks;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.Networks.Tests.Checks;

public sealed class NetworkCheckerTests
{
    public static TheoryData<string> Rows => [.. CheckCase.Names];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Check_FindsWhatTheCaseSays(string it)
    {
        var (definition, expected) = CheckCase.Read(it);

        var check = NetworkChecker.Check(definition.ToIndentedString());

        Assert.True(check.IsNetwork);
        Assert.Equal(expected.Order(), check.Findings.Select(finding => $"{finding.Severity} {finding.Code} {finding.Location}").Order());
    }

    public static TheoryData<JobNetwork> Networks => [Samples.Example, Samples.Everything, Samples.Controlled, Samples.Items, Samples.Judged, Samples.Locked, Samples.Nested, Graph, Graph with { FailFast = true }];

    [Theory]
    [InlineData(299, "TIMEOUT_TOO_SHORT")] // a job has an ExecutionTimeout of 300 s
    [InlineData(300, null)]
    public void Check_WarnsOfANetworksTimeout_OnlyWhereAJobCanNotUseItsOwn(int seconds, string? code) => Assert.Equal(
        code, NetworkChecker.Check(NetworkCompiler.Compile(Samples.Example with { Timeout = seconds }, Samples.Names).ToString()).Findings.SingleOrDefault()?.Code);

    [Theory]
    [InlineData(2, null)]
    [InlineData(1, "LOCK_SLOTS_DIFFER")]
    public void Check_WarnsOfJobs_ThatDoNotAgreeOnALocksSlots(int slots, string? code) => Assert.Equal(
        code,
        NetworkChecker.Check(NetworkCompiler.Compile(Samples.Locked with { Jobs = [.. Samples.Locked.Jobs, Samples.Job("Also", "x") with { Lock = "warehouse", Slots = slots }] }, Samples.Names).ToString())
            .Findings.SingleOrDefault()?.Code);

    [Theory]
    [InlineData("start", null)]
    [InlineData("Start", "JOB_NAMED_AS_RESTART_POINT")]
    [InlineData("AfterFailedJob", "JOB_NAMED_AS_RESTART_POINT")]
    public void Check_WarnsOfJobs_ThatCanNotBeRestartedByName(string name, string? code) => Assert.Equal(
        code,
        NetworkChecker.Check(NetworkCompiler.Compile(new JobNetwork { Name = "n", Jobs = [Samples.Job("a", "true"), Samples.Job(name, "true") with { ForEach = ["x"] }] }, Samples.Names).ToString()).Findings.SingleOrDefault()?.Code);

    [Theory]
    [InlineData(3599, 299, 0)]
    [InlineData(3600, null, 1)] // the run's Timeout
    [InlineData(null, 300, 1)] // the job's ExecutionTimeout
    public void Check_WarnsOfDeadlines_ThatATimeoutComesBefore(int? ofRun, int? ofJob, int warnings) => Assert.Equal(
        Enumerable.Repeat("DEADLINE_NEVER_REACHED", warnings),
        NetworkChecker.Check(NetworkCompiler.Compile(
            new JobNetwork { Name = "n", Timeout = 3600, MaxDuration = ofRun, Jobs = [Samples.Job("A", "a") with { ExecutionTimeout = 300, MaxDuration = ofJob }, Samples.Job("B", "b") with { After = ["A"] }] },
            Samples.Names).ToString()).Findings.Select(finding => finding.Code));

    [Theory]
    [InlineData("States.TaskFailed")]
    [InlineData("WorkerBusy", "States.TaskFailed")]
    public void Check_FindsEveryRetrierUsed_WhereAPolicyNamesAllErrors(params string[] errors)
    {
        var job = Samples.Job("A", "a") with { Retry = errors.Select(error => new JobRetryPolicy { ErrorName = [error] }).ToArray() };

        Assert.Empty(NetworkChecker.Check(NetworkCompiler.Compile(new JobNetwork { Name = "n", Jobs = [job] }, Samples.Names).ToString()).Findings);
    }

    // Order that is not series-parallel, so that there are branches and a gate between them.
    private static JobNetwork Graph { get; } = new()
    {
        Name = "graph",
        Jobs =
        [
            Samples.Job("A", "{% a %}"), Samples.Job("B", "b"), Samples.Job("C", "c") with { After = ["A"] }, Samples.Job("D", "d") with { After = ["A", "B"] },
            Samples.Job("E", "e") with { After = ["C", "D"], Retry = [new JobRetryPolicy()] },
        ],
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Check_FindsNothing_InWhatTheCompilerMakes(JobNetwork network)
    {
        var check = NetworkChecker.Check(NetworkCompiler.Compile(network, Samples.Names).ToString());

        Assert.True(check.IsNetwork);
        Assert.Empty(check.Findings);
        var jobs = network.Jobs.Where(job => job.Network is null).ToArray();
        Assert.Equal(jobs.Select(job => job.Name).Order(), check.Scripts.Select(script => script.Job).Order());
        Assert.All(jobs, job => Assert.Equal(job.Command, check.Scripts.Single(script => script.Job == job.Name).Lines));
    }

    [Fact]
    public void Check_FindsNothing_InTheStacksOwnMachines()
    {
        foreach (var machine in RunJobStack.Artefacts(Samples.Names, new RunJobStackOptions()).OfType<StateMachineArtefact>())
        {
            Assert.Empty(NetworkChecker.Check(machine.Definition.ToString()).Findings);
        }
    }

    [Fact]
    public void Check_TellsPlaces_OfTheArticlesForm()
    {
        var check = NetworkChecker.Check(Cases.Text("network-by-hand.json"));

        Assert.Contains(check.Findings, finding => finding is { Code: NetworkCodes.TaskTimeoutMissing, State: "Fetch", Line: 4, Column: 5 });
        Assert.Contains(check.Findings, finding => finding is { Code: NetworkCodes.FailWithoutError, State: "Fail", Line: 50 });
        Assert.Equal(check.Findings.OrderBy(finding => finding.Line).ThenBy(finding => finding.Column), check.Findings);
    }

    [Fact]
    public void Check_OnlyValidates_WhatRunsNoJob()
    {
        var check = NetworkChecker.Check("""{"StartAt":"A","States":{"A":{"Type":"Fail"},"B":{"Type":"Pass","Next":"C"}}}""");

        Assert.False(check.IsNetwork);
        Assert.All(check.Findings, finding => Assert.Equal(DiagnosticCodes.MissingTransitionTarget, finding.Code));
        Assert.NotEmpty(check.Findings);
    }

    [Theory]
    [InlineData("", 1, 1, "empty")]
    [InlineData(" \n\t", 1, 1, "empty")]
    [InlineData("[]", 1, 1, "JSON object")]
    [InlineData("3", 1, 1, "JSON object")]
    [InlineData("StartAt: Load\nStates:\n  Load: {}", 1, 1, "YAML")]
    [InlineData("---\n# x\nStartAt: Load", 1, 1, "YAML")]
    [InlineData("{\n  \"StartAt\": \"A\", // first\n}", 2, 19, "no comments")]
    [InlineData("{\n  \"StartAt\": \"A\",\n}", 3, 1, "comma")]
    [InlineData("{\"日本\": 語}", 1, 8, "invalid start")]
    [InlineData("{\0}", 1, 1, "NUL")]
    [InlineData("{\"a\":1}{", 1, 8, "")]
    public void Check_SaysWhatIsNoJson_AndWhere(string text, int line, int column, string words)
    {
        var finding = Assert.Single(NetworkChecker.Check(text).Findings);

        Assert.Equal((DiagnosticCodes.InvalidJson, line, column), (finding.Code, finding.Line, finding.Column));
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_TellsNamesThatComeTwice()
    {
        var check = NetworkChecker.Check("{\"StartAt\":\"A\",\n\"States\":{\"A\":{\"Type\":\"Succeed\"},\n\"A\":{\"Type\":\"Succeed\"}}}");

        var finding = Assert.Single(check.Findings);
        Assert.Equal((NetworkCodes.DuplicateMember, "/States/A", 3, 1), (finding.Code, finding.Location, finding.Line, finding.Column));
    }

    [Fact]
    public void Check_TakesTextsOfAnySize()
    {
        var states = string.Join(",", Enumerable.Range(0, 50_000).Select(i => $"\"S{i}\":{{\"Type\":\"Pass\",\"Next\":\"S{i + 1}\"}}"));
        var quiet = $$$$"""{"StartAt":"J","States":{"J":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.waitForTaskToken","TimeoutSeconds":900,"Parameters":{"StateMachineArn":"RunJob","Input":{"TaskToken":"x","Tags":{"a":"b"},"Commands":["true"],"ExecutionTimeout":"5"}},"Catch":[{"ErrorEquals":["States.ALL"],"Next":"S0"}],"End":true},{{{{states}}}},"S50000":{"Type":"Succeed"}}}""";

        Assert.Equal([NetworkCodes.DefinitionTooLarge, NetworkCodes.HistoryMayBeTooLong, NetworkCodes.JobWithoutAlert], NetworkChecker.Check(quiet).Findings.Select(finding => finding.Code).Order());
        Assert.Equal([NetworkCodes.DefinitionTooLarge], NetworkChecker.Check("{" + new string(' ', 17 * 1_048_576)).Findings.Select(finding => finding.Code));
        Assert.Equal([DiagnosticCodes.InvalidJson], NetworkChecker.Check(string.Concat(Enumerable.Repeat("{\"a\":", 10_000))).Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Check_NeverThrows_WhateverStandsWhere()
    {
        JsonValue[] odd = [JsonValue.Null, true, 3, "x", JsonArray.Empty, JsonObject.Empty, new JsonArray([JsonValue.Null, "x", JsonObject.Empty])];
        var byHand = (JsonObject)JsonValue.Parse(Cases.Text("checks/network.json"));
        var compiled = NetworkCompiler.Compile(Samples.Example with { Jobs = [Samples.Job("A", "a"), Samples.Job("B", "b") with { After = [] }] }, Samples.Names);
        foreach (var changed in odd.SelectMany(value => Variants(byHand, value)).Concat(Variants(compiled, odd[^1])).Concat(Variants(compiled, odd[0])))
        {
            Assert.NotNull(NetworkChecker.Check(changed.ToString()));
        }
    }

    // The definition with each of its members in turn replaced.
    private static IEnumerable<JsonValue> Variants(JsonValue at, JsonValue value)
    {
        yield return value;
        if (at is JsonObject obj)
        {
            foreach (var member in obj)
            {
                foreach (var inner in Variants(member.Value, value))
                {
                    yield return obj.With(member.Key, inner);
                }
            }
        }
        else if (at is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                foreach (var inner in Variants(array[i], value))
                {
                    yield return new JsonArray(array.Select((item, j) => i == j ? inner : item));
                }
            }
        }
    }
}
