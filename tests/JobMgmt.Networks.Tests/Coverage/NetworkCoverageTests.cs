using JobMgmt.Networks.Coverage;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Simulation;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Coverage;

public sealed class NetworkCoverageTests
{
    private static readonly JsonValue _tags = JsonValue.Parse("""{"role":"x"}""");
    private static readonly JobReply _fails = new() { ExitCode = 1 };

    private static readonly JobNetwork _network = new()
    {
        Name = "n",
        Jobs =
        [
            Samples.Job("a", "true") with { After = [], Retry = [new JobRetryPolicy { MaxAttempts = 1 }] },
            Samples.Job("b", "true") with { After = ["a"] },
            Samples.Job("mend", "true") with { After = ["b"], RunOn = JobRunOn.Failure },
        ],
    };

    [Fact]
    public void GoodRun_LeavesTheFailuresOpen() => Assert.Equal(
        ["job 'a': never failed", "job 'a': never retried", "job 'b': never failed", "job 'b': never skipped", "job 'mend': never succeeded", "job 'mend': never failed"],
        Missing(NetworkSimulation.Of(_network), [[]]));

    [Fact]
    public void Runs_AddUp() => Assert.Empty(Missing(
        NetworkSimulation.Of(_network),
        [],
        [("a", [_fails])],
        [("b", [_fails])],
        [("b", [_fails]), ("mend", [_fails])]));

    [Fact]
    public void Retry_IsSeen_WhereTheJobSucceedsInTheEnd() =>
        Assert.DoesNotContain("job 'a': never retried", Missing(NetworkSimulation.Of(_network), [("a", [_fails, JobReply.Success])]));

    [Fact]
    public void EachRetryPolicy_AsksForAnErrorOfItsOwn()
    {
        var policies = new[] { new JobRetryPolicy { ErrorName = ["A", "B"] }, new JobRetryPolicy { ErrorName = ["States.TaskFailed"] } };
        var simulation = NetworkSimulation.Of(_network with { Jobs = [_network.Jobs[0] with { Retry = policies }] });
        Assert.Equal(["job 'a': never failed", "job 'a': never retried after A or B"], Missing(simulation, [("a", [_fails, JobReply.Success])]));
        Assert.Equal(["job 'a': never failed"], Missing(simulation, [("a", [new JobReply { Error = "B" }, JobReply.Success])]));
    }

    [Fact]
    public void HeldJob_AsksForADenial()
    {
        var simulation = NetworkSimulation.Of(_network with { Jobs = [_network.Jobs[0] with { Hold = true, Retry = [] }] });
        Assert.Equal(["job 'a': never denied"], Missing(simulation, [], [("a", [_fails])]));
        Assert.Empty(Missing(simulation, [], [("a", [new JobReply { Hold = HoldReply.Denied }])]));
    }

    [Fact]
    public void FailFast_AsksForNothing_ThatNoRunCanReach()
    {
        var simulation = NetworkSimulation.Of(_network with { FailFast = true, Jobs = _network.Jobs.Take(2).ToArray() });
        Assert.Empty(Missing(simulation, [], [("a", [_fails])], [("b", [_fails])])); // b is never skipped: the run has ended by then
    }

    [Fact]
    public void ContinueOnFailure_AsksForNothing_ThatNoRunCanReach()
    {
        var simulation = NetworkSimulation.Of(_network with { Jobs = [_network.Jobs[0] with { ContinueOnFailure = true }, _network.Jobs[1]] });
        Assert.Equal(["job 'b': never failed"], Missing(simulation, [], [("a", [_fails])])); // b is never skipped
    }

    [Fact]
    public void RerunsPassingOver_IsNoSkipping()
    {
        var simulation = NetworkSimulation.Of(_network);
        var run = simulation.Run(JsonValue.Parse("""{"role":"x","Rerun":{"Done":{"a":{"Status":"Succeeded"},"b":{"Status":"Succeeded"}}}}"""), new Dictionary<string, Func<int, JobReply>>());
        Assert.Equal((0, 3), NetworkCoverage.Of(simulation.Definition, run.Visits).Where(part => part.Name == "b").Select(part => (part.Covered, part.Total)).Single());
    }

    [Fact]
    public void ByHand_TellsTheWaysOfChoices_AndOfSeveralCatchers()
    {
        const string arguments = """
            "Parameters":{"StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:RunJob","Input":{"TaskToken.$":"$$.Task.Token","Tags":{"role":"x"},"Commands":["true"]}}
            """;
        var machine = """
            {"StartAt":"Which?","States":{
              "Which?":{"Type":"Choice","Choices":[{"Variable":"$.role","StringEquals":"x","Next":"a"},{"Variable":"$.role","StringEquals":"y","Next":"b"}],"Default":"End"},
              "a":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.waitForTaskToken","TimeoutSeconds":60,ARGUMENTS,
                "Catch":[{"ErrorEquals":["States.Timeout"],"Next":"Late"},{"ErrorEquals":["States.ALL"],"Next":"Bad"}],"Next":"End"},
              "b":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.waitForTaskToken",ARGUMENTS,"Next":"End"},
              "Late":{"Type":"Fail"},"Bad":{"Type":"Fail"},"End":{"Type":"Succeed"}}}
            """.Replace("ARGUMENTS", arguments, StringComparison.Ordinal);
        Assert.Equal(
            [
                "choice 'Which?': never went to 'b'", "choice 'Which?': never went to 'End'", "job 'a': never succeeded", "job 'a': never went to 'Bad'",
                "job 'b': never succeeded", "job 'b': never failed",
            ],
            Missing(new NetworkSimulation("by-hand", machine), [("a", [new JobReply { Error = "States.Timeout" }])]));
        Assert.Contains("job 'a': never timed out", Missing(new NetworkSimulation("by-hand", machine), [[]]));
    }

    private static string[] Missing(NetworkSimulation simulation, params (string Job, JobReply[] Replies)[][] runs)
    {
        var visits = new NetworkVisits();
        foreach (var run in runs)
        {
            visits.Add(simulation.Run(_tags, run.ToDictionary(
                mock => mock.Job, mock => (Func<int, JobReply>)(attempt => mock.Replies[Math.Min(attempt, mock.Replies.Length) - 1]))).Visits);
        }

        return NetworkCoverage.Of(simulation.Definition, visits).SelectMany(part => part.Missing).ToArray();
    }
}
