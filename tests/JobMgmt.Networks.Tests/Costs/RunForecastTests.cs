using CsCheck;
using JobMgmt.Networks.Costs;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Graphs;
using JobMgmt.Networks.Simulation;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Tests.Graphs;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Costs;

public sealed class RunForecastTests
{
    private const string Input = """{"TaskToken":"parent","Tags":{"role":"x"},"Commands":["true"],"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":"arn:aws:states:us-east-1:123456789012:execution:n:1"}""";
    private static readonly CostPrices _prices = new();

    [Fact]
    public void Good_AgreesWithThePlan() => RandomGraph.Any(1, 12).Sample(
        sample =>
        {
            var network = Network(sample.After);
            var cost = RunForecast.Good(NetworkSimulation.Of(network), CancellationToken.None).Cost;
            var plan = PlanCost.Of(NetworkPlan.Of(network.Graph()));
            Assert.InRange(cost.NetworkTransitions + cost.GateTransitions, plan.Least, plan.Most);
            Assert.Equal(4 * network.Jobs.Count, cost.RunJobTransitions);
            Assert.Equal(4 * network.Jobs.Count, cost.AutomationSteps);
            Assert.Equal(0, cost.AlertTransitions);
        },
        iter: 30);

    [Fact]
    public void Good_TellsTheWidestPoint_HoweverLongJobsTake()
    {
        // After a minute each, b and d don't meet c's follower; they would if b took longer.
        Assert.Equal(1, Good([], [0], [1]).ConcurrentAutomations);
        Assert.Equal(3, Good([], [0], [0], [0], [1, 2, 3]).ConcurrentAutomations);
        Assert.Equal(3, Good([], [], [0], [0]).ConcurrentAutomations);
    }

    [Fact]
    public void Worst_IsTheDearestFailure_AfterAllRetries()
    {
        var network = new JobNetwork
        {
            Name = "n",
            Jobs = [Samples.Job("a", "true"), Samples.Job("b", "true") with { Retry = [new JobRetryPolicy { MaxAttempts = 9, ErrorName = ["WorkerBusy"] }] }, Samples.Job("c", "true")],
        };
        var worst = RunForecast.Worst(NetworkSimulation.Of(network), _prices, 5, CancellationToken.None);
        Assert.Equal("b", worst.FailedJob);
        Assert.Contains("WorkerBusy", worst.What, StringComparison.Ordinal);
        var tries = 10 * (new RunJobStackOptions().WorkerBusyMaxAttempts + 1);
        Assert.Equal(1 + tries, worst.Cost.Automations.Count);
        Assert.Equal(4 + (3 * tries), worst.Cost.AutomationSteps);
        Assert.Equal(5, worst.Cost.AlertTransitions);
    }

    [Fact]
    public void Worst_CountsTheRetriesOfAllPolicies()
    {
        var job = Samples.Job("a", "true") with { Retry = [new JobRetryPolicy { ErrorName = ["Temporary"], MaxAttempts = 4 }, new JobRetryPolicy { MaxAttempts = 5 }] };
        var worst = RunForecast.Worst(NetworkSimulation.Of(new JobNetwork { Name = "n", Jobs = [job] }), _prices, 5, CancellationToken.None);
        Assert.Equal("job 'a' fails with each error that it is tried again for", worst.What);
        Assert.Equal(1 + 4 + 5, worst.Cost.Automations.Count);
    }

    [Theory]
    [InlineData(null, 4, 2, 1)]
    [InlineData("ExecutionFailed", 5, 2, 1)]
    [InlineData("WorkerBusy", 5, 2, 1)]
    public void RunJobsPart_IsThatOfTheRealStateMachine(string? error, int states, int callsOfStepFunctions, int callsOfSystemsManager)
    {
        var real = new MachineRun();
        real = error is null ? real.Succeeds("Run job", "{}") : real.Fails("Run job", error, "{}");
        var definition = RunJobStack.Artefacts(Samples.Names).OfType<StateMachineArtefact>().First(machine => machine.Name == Samples.Names.RunJob).Definition;
        real.Run(definition, Input);
        var tasks = real.Tasks.Where(task => task.Attempt == 0).Select(task => task.Resource).ToArray();
        Assert.Equal(states, real.Entered.Count());
        Assert.Equal(callsOfStepFunctions, tasks.Count(resource => resource.Contains(":sfn:", StringComparison.Ordinal)));
        Assert.Equal(callsOfSystemsManager, tasks.Count(resource => resource.Contains(":ssm:", StringComparison.Ordinal)));

        var retries = error == "WorkerBusy" ? new RunJobStackOptions().WorkerBusyMaxAttempts : 0;
        var cost = NetworkSimulation.Of(Network([[]])).Run(
            JsonValue.Parse("""{"role":"x"}"""), new Dictionary<string, Func<int, JobReply>> { ["job 0"] = _ => new JobReply { Error = error } }).Cost;
        Assert.Equal(states + retries, cost.RunJobTransitions);
        Assert.Equal(real.Tasks.Count(task => task.Resource.Contains(":ssm:", StringComparison.Ordinal)), 1 + retries);
        var automations = 1 + retries;
        var inAutomation = error switch { null => 3, "WorkerBusy" => 2, _ => 4 };
        Assert.Equal(automations * (1 + inAutomation), cost.Calls[ApiCalls.SystemsManager]);
        var ofNetwork = error is null ? 1 : 2; // starts RunJob, and SendFailEvent
        Assert.Equal(ofNetwork + callsOfStepFunctions + automations, cost.Calls[ApiCalls.StepFunctions]);
    }

    [Fact]
    public void Price_AddsUpWhatIsBilled()
    {
        var at = DateTimeOffset.UnixEpoch;
        var cost = new RunCost
        {
            NetworkTransitions = 3,
            RunJobTransitions = 4,
            Automations = [new AutomationUse(at, at, 4, 2), new AutomationUse(at, at, 3, 2, 1.5)],
            Calls = new Dictionary<string, int> { [ApiCalls.EventBridge] = 2, [ApiCalls.StepFunctions] = 9 },
        };
        var prices = new CostPrices { StateTransition = 1, AutomationStep = 100, ScriptSecond = 10_000, Event = 1_000_000 };
        Assert.Equal(7m + 700m + (11.5m * 10_000) + 2_000_000m, cost.Price(prices, 5));
    }

    [Fact]
    public void MostAtOnce_MakesRoom_WhereOneEndsAsAnotherStarts()
    {
        static AutomationUse Use(int from, int to) => new(DateTimeOffset.UnixEpoch.AddSeconds(from), DateTimeOffset.UnixEpoch.AddSeconds(to), 4, 2);
        Assert.Equal(0, AutomationUse.MostAtOnce([]));
        Assert.Equal(1, AutomationUse.MostAtOnce([Use(0, 1), Use(1, 2)]));
        Assert.Equal(2, AutomationUse.MostAtOnce([Use(0, 2), Use(1, 3), Use(2, 4)]));
    }

    private static RunCost Good(params IReadOnlyList<int>[] after) => RunForecast.Good(NetworkSimulation.Of(Network(after)), CancellationToken.None).Cost;

    private static JobNetwork Network(params IReadOnlyList<int>[] after) => new()
    {
        Name = "n",
        Jobs = after.Select((list, i) => Samples.Job($"job {i}", "true") with { After = list.Select(one => $"job {one}").ToArray() }).ToArray(),
    };
}
