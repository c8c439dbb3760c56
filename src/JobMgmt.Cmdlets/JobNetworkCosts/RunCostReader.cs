using Amazon.SimpleSystemsManagement.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobNetworkRuns;
using JobMgmt.Cmdlets.JobRuns;
using JobMgmt.Networks.Costs;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworkCosts;

/// <summary>Reads what a run has cost: its history, those of all executions that it has started, and the automations of these.</summary>
internal sealed class RunCostReader(JobMgmtSession session, RunJobStackNames names)
{
    private const string Script = "aws:executeScript";
    private const string StartAutomation = "startAutomationExecution.waitForTaskToken";

    private readonly List<AutomationUse> _automations = [];
    private readonly ApiCalls _calls = new();
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private RunCost _cost = new();

    /// <summary>What could not be read, since AWS has forgotten it: executions and automations by name.</summary>
    public List<string> Forgotten { get; } = [];

    /// <summary>Reads it.</summary>
    /// <exception cref="CmdletFailure">There is no such run.</exception>
    public async Task<RunCost> ReadAsync(string executionArn, CancellationToken cancellationToken)
    {
        var open = new Stack<string>([executionArn]);
        while (open.Count > 0)
        {
            string arn = open.Pop();
            if (_read.Add(arn))
            {
                foreach (string child in await ReadOneAsync(arn, arn == executionArn, cancellationToken).ConfigureAwait(false))
                {
                    open.Push(child);
                }
            }
        }

        return _cost with { Automations = _automations, ConcurrentAutomations = AutomationUse.MostAtOnce(_automations), Calls = _calls.Counts };
    }

    private async Task<IReadOnlyList<string>> ReadOneAsync(string arn, bool isRun, CancellationToken cancellationToken)
    {
        IReadOnlyList<RunEvent> history;
        try
        {
            history = await HistoryReader.ReadAsync(session.StepFunctions, arn, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ExecutionDoesNotExistException or InvalidArnException)
        {
            if (isRun)
            {
                throw new CmdletFailure(JobNetworkRunErrors.RunNotFound(arn, e));
            }

            Forgotten.Add(arn.Split(':').Last());
            return [];
        }

        ExecutionCount count = ExecutionCount.Of(history);
        _calls.AddTasks(history);
        string[] parts = arn.Split(':');
        string machine = parts[parts.Length - 2];
        _cost = machine == names.RunJob ? _cost with { RunJobTransitions = _cost.RunJobTransitions + count.StateTransitions }
            : machine == names.SendFailEvent ? _cost with { AlertTransitions = _cost.AlertTransitions + count.StateTransitions }
            : machine == names.JobGate ? _cost with { GateTransitions = _cost.GateTransitions + count.StateTransitions }
            : machine == names.WatchDeadline ? _cost with { WatchTransitions = _cost.WatchTransitions + count.StateTransitions }
            : _cost with { NetworkTransitions = _cost.NetworkTransitions + count.StateTransitions };
        if (names.TryNetworkName(machine, out _) && history[history.Count - 1].Type == "ExecutionSucceeded")
        {
            _cost = _cost with { RecoveryTransitions = _cost.RecoveryTransitions + BesideRun.Recovery.RecoveryTransitions };
            _calls.Add(BesideRun.Recovery.Calls);
        }

        foreach (RunEvent started in history.Where(item => item.Type == "TaskSubmitted" && item.Resource == StartAutomation))
        {
            await ReadAutomationAsync(started, history, cancellationToken).ConfigureAwait(false);
        }

        return count.Children;
    }

    private async Task ReadAutomationAsync(RunEvent started, IReadOnlyList<RunEvent> history, CancellationToken cancellationToken)
    {
        if (((started.Output as JsonObject)?["AutomationExecutionId"] as JsonString)?.Value is not { } id)
        {
            return;
        }

        DateTimeOffset end = history.FirstOrDefault(item => item.PreviousId == started.Id)?.Time ?? history[history.Count - 1].Time;
        try
        {
            GetAutomationExecutionResponse answer = await session.Ssm.GetAutomationExecutionAsync(
                new GetAutomationExecutionRequest { AutomationExecutionId = id }, cancellationToken).ConfigureAwait(false);
            StepExecution[] steps = (answer.AutomationExecution.StepExecutions ?? []).Where(step => step.ExecutionStartTime > default(DateTime)).ToArray();
            StepExecution[] scripts = steps.Where(step => step.Action == Script).ToArray();
            bool sent = steps.Any(step => step.Action == "aws:runCommand");
            bool failed = sent && steps.Any(step => step.Action == "aws:runCommand" && step.StepStatus?.Value != "Success");
            _calls.Add(ApiCalls.SystemsManager, sent ? failed ? 4 : 3 : 2);
            _calls.Add(ApiCalls.StepFunctions, 1);
            _automations.Add(new AutomationUse(started.Time, end, steps.Length, scripts.Length, scripts.Sum(Seconds)));
        }
        catch (AutomationExecutionNotFoundException)
        {
            Forgotten.Add(id);
            _automations.Add(new AutomationUse(started.Time, end, 0, 0));
        }
    }

    private static double Seconds(StepExecution step) => step.ExecutionEndTime - step.ExecutionStartTime is { } time && time > TimeSpan.Zero ? time.TotalSeconds : 0;
}
