using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Costs;
using JobMgmt.Networks.Coverage;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Graphs;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.Networks.Simulation;

/// <summary>
/// Walks a network's state machine in the interpreter on a virtual clock: no target, no process and no waiting. The state machine is the real one; RunJob,
/// SendFailEvent and the gates are simulated. The same network, input and mocks always come to the same.
/// </summary>
public sealed class NetworkSimulation
{
    private static readonly RunJobStackNames Names = new(null, "aws", "us-east-1", "123456789012");
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly StateMachineDefinition _definition;
    private readonly JsonObject _asl;
    private readonly RunJobStackOptions _options;
    private readonly IReadOnlyDictionary<string, string> _toBeGiven;

    /// <summary>A network's definition.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="definition">The state machine's definition as text.</param>
    /// <exception cref="SimulationException">The definition is none that AWS would take, or has no job.</exception>
    public NetworkSimulation(string name, string definition)
        : this(name, definition, new RunJobStackOptions())
    {
    }

    private NetworkSimulation(string name, string definition, RunJobStackOptions options)
    {
        var (machine, diagnostics) = AslReader.Read(definition);
        if (machine is null || diagnostics.Any(item => item.Severity == DiagnosticSeverity.Error))
        {
            var error = diagnostics.First(item => item.Severity == DiagnosticSeverity.Error);
            throw new SimulationException($"The definition of '{name}' has faults, the first: {error}. Test-JobNetwork tells all of them.");
        }

        var asl = (JsonObject)JsonValue.Parse(definition);
        _definition = machine;
        _asl = asl;
        Definition = definition;
        _options = options;
        Name = name;
        CanContinue = NetworkReader.CanContinue(definition);
        var isNetwork = NetworkReader.TryRead(asl, name, out var network, out _);
        Jobs = (isNetwork ? network!.Jobs : NetworkReader.ReadJobs(asl)).Select(job => job.Name).Distinct(StringComparer.Ordinal).ToArray();
        Retries = (isNetwork ? network!.Jobs : Array.Empty<JobDefinition>()).Where(job => job.Retry.Count > 0).ToDictionary(job => job.Name, job => job.Retry, StringComparer.Ordinal);
        Lists = (isNetwork ? network!.Jobs : Array.Empty<JobDefinition>()).Where(job => job.ForEach is not null)
            .ToDictionary(job => job.Name, job => job.ItemExpression is null ? job.ForEach : null, StringComparer.Ordinal);
        HasTags = network?.Tag is { Count: > 0 };
        _toBeGiven = (network?.Parameter ?? new Dictionary<string, string?>()).Where(parameter => parameter.Value is null).ToDictionary(parameter => parameter.Key, parameter => parameter.Key, StringComparer.Ordinal);
        Networks = (network?.Jobs ?? NetworkReader.ReadJobs(asl)).Select(job => job.Network).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        WidestPoint = isNetwork ? network!.Graph().Width() : 0;
        if (Jobs.Count == 0)
        {
            throw new SimulationException($"'{name}' is no job network: no state starts RunJob by task token, with its Commands in the input, or another network.");
        }
    }

    /// <summary>The network's name.</summary>
    public string Name { get; }

    /// <summary>The names of its jobs, in its order.</summary>
    public IReadOnlyList<string> Jobs { get; }

    /// <summary>The jobs that run for each item of a list, and the items; null where only a run knows them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>?> Lists { get; }

    /// <summary>The same network with so many items in each list that only a run knows.</summary>
    public NetworkSimulation WithItems(int count) =>
        Lists.Values.All(items => items is not null) ? this : new(Name, OpenLists.Filled(_asl, count).ToString(), _options);

    /// <summary>The networks that jobs of it are; each is simulated as one job, and what it takes is not known.</summary>
    public IReadOnlyList<string> Networks { get; }

    /// <summary>Its definition.</summary>
    public string Definition { get; }

    /// <summary>Whether it has worker tags of its own, so that a run need not name any.</summary>
    internal bool HasTags { get; }

    /// <summary>An input with what its runs have to be given, each parameter as its own name; else as it is.</summary>
    internal JsonValue Complete(JsonValue input) => _toBeGiven.Count == 0 ? input : RunParameters.With(input, _toBeGiven);

    /// <summary>How many of its jobs can be at work at once, however long each takes; 0 where their order is not known.</summary>
    internal int WidestPoint { get; }

    /// <summary>A job's duration, shortened so that all jobs, one after the other, fit into the network's time limit.</summary>
    internal TimeSpan Fitting(TimeSpan duration) => OutcomeStates.ReadTimeout(_asl) is { } seconds
        ? TimeSpan.FromTicks(Math.Min(duration.Ticks, TimeSpan.FromSeconds(seconds).Ticks / (2 * Jobs.Count))) : duration;

    /// <summary>How its jobs are tried again, by name; of those only that are.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<JobRetryPolicy>> Retries { get; }

    /// <summary>Whether a job's state or its whole machine gives up by itself, so that a run ends although no answer comes.</summary>
    internal bool HasTimeout(string job) => Timeout(_asl, job);

    /// <summary>Whether its runs can pass over jobs that an earlier run has done: <see cref="Rerun"/>.</summary>
    public bool CanContinue { get; }

    /// <summary>A network that need not be deployed.</summary>
    /// <exception cref="InvalidNetworkException">The network has faults.</exception>
    public static NetworkSimulation Of(JobNetwork network, RunJobStackOptions? options = null)
    {
        options ??= new RunJobStackOptions();
        return new NetworkSimulation(network.Name, NetworkCompiler.Compile(network, Names, options).ToString(), options);
    }

    /// <summary>The definition of a network that need not be deployed, whatever AWS would say of it.</summary>
    /// <exception cref="InvalidNetworkException">The network has faults.</exception>
    public static string Compile(JobNetwork network) => NetworkCompiler.Compile(network, Names, new RunJobStackOptions()).ToString();

    /// <summary>Runs it once.</summary>
    /// <param name="input">The execution's input.</param>
    /// <param name="mocks">What jobs come to, by name: for each attempt, from 1. A job that is not named succeeds.</param>
    /// <param name="cancellationToken">Ends the simulation.</param>
    /// <exception cref="SimulationException">A mock names no job of the network, a state calls what is not simulated, or waits for what never comes.</exception>
    public SimulatedRun Run(JsonValue input, IReadOnlyDictionary<string, Func<int, JobReply>> mocks, CancellationToken cancellationToken = default) =>
        Run(input, mocks, stopAt: null, cancellationToken);

    /// <summary>The same, and stops the run when a job has just been started.</summary>
    internal SimulatedRun Run(JsonValue input, IReadOnlyDictionary<string, Func<int, JobReply>> mocks, string? stopAt, CancellationToken cancellationToken)
    {
        if (mocks.Keys.FirstOrDefault(job => !Jobs.Contains(job, StringComparer.Ordinal)) is { } unknown)
        {
            throw new SimulationException($"'{unknown}' is no job of the network '{Name}'. It has {string.Join(", ", Jobs.Take(50).Select(job => $"'{job}'"))}{(Jobs.Count > 50 ? ", ..." : "")}.");
        }

        var (jobs, alerts, gates) = (new SimulatedRunJob(mocks, _options), new SimulatedAlerts(_options), new SimulatedGates());
        var watches = new SimulatedWatches();
        var execution = new SimulatedExecution(_definition, jobs, alerts, gates, new SimulatedHolds(mocks), new SimulatedNetworks(jobs, alerts), watches) { StopAt = stopAt };
        var outcome = execution.Run(Name, Names, input, Start, cancellationToken);
        var history = execution.Events.Select(RunEvents.Of).ToArray();
        var calls = new ApiCalls();
        calls.AddTasks(history);
        calls.Add(jobs.Calls);
        calls.Add(alerts.Calls.Counts);
        var cost = new RunCost
        {
            NetworkTransitions = execution.StateTransitions,
            RunJobTransitions = jobs.StateTransitions,
            AlertTransitions = alerts.StateTransitions,
            GateTransitions = gates.Count,
            WatchTransitions = watches.StateTransitions,
            Automations = jobs.Automations,
            ConcurrentAutomations = AutomationUse.MostAtOnce(jobs.Automations),
            Calls = calls.Counts,
        };
        return new SimulatedRun
        {
            Outcome = outcome,
            StartTime = Start,
            StopTime = execution.Now,
            Jobs = NetworkRunReader.Read(history, Jobs),
            Path = jobs.Path,
            Alerts = alerts.Sent,
            Visits = NetworkVisits.Read(history, Jobs),
            Cost = outcome.Status == "SUCCEEDED" ? cost.Plus(BesideRun.Recovery) : cost,
        };
    }

    private static bool Timeout(JsonObject machine, string job) => machine.Contains("TimeoutSeconds")
        || (machine["States"] as JsonObject ?? JsonObject.Empty).Any(state => state.Value is JsonObject body
            && ((state.Key == job && (body.Contains("TimeoutSeconds") || body.Contains("TimeoutSecondsPath") || body.Contains("HeartbeatSeconds")))
                || NetworkReader.Inner(body).Any(inner => Timeout(inner, job))));
}
