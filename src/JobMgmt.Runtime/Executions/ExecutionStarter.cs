using System.Security.Cryptography;
using JobMgmt.Runtime.Executions.Integrations.Mocks;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Services.States;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions;

/// <summary>
/// Starts executions: the row and the first step are one transaction, which is the caller's own. The first step may be the last.
/// </summary>
internal sealed class ExecutionStarter(
    Database database, DefinitionCache definitions, ExecutionSteps steps, StepWriter writer, ExecutionLoop loop, MockFile mocks, RuntimeIdentity identity, TimeProvider time)
{
    /// <summary>The ARN of an execution to be started. Names of EXPRESS executions need not be unique, so it has one more part.</summary>
    public string ExecutionArn(StartTarget target, string name) =>
        identity.Arn("states", target.Machine.IsExpress ? $"express:{target.Machine.Name}:{name}:{Guid.NewGuid()}" : $"execution:{target.Machine.Name}:{name}");

    /// <summary>Starts one.</summary>
    /// <param name="target">What is started.</param>
    /// <param name="arn">The execution's ARN (<see cref="ExecutionArn"/>).</param>
    /// <param name="start">The request.</param>
    /// <param name="call">The call to answer.</param>
    public Task<JsonObject> StartAsync(StartTarget target, string arn, StartRequest start, CallContext call)
    {
        var (machine, now) = (target.Machine, time.GetUtcNow());
        var facts = new ExecutionFacts(arn, start.Name, machine.Arn, machine.Name, machine.Revision.RoleArn);
        var testCase = start.TestCase is { } name ? mocks.TestCase(machine.Name, name) : null;
        var step = steps.Start(definitions.Get(machine.Revision), facts, start.Data, now, machine.IsExpress);
        var started = new ExecutionRecord(
            0, arn, start.Name, machine.Arn, machine.Name, machine.Revision.Key, "RUNNING", step.Events[0].Timestamp, null, start.Input, null, null, null,
            start.TraceHeader, target.Version, target.Alias);
        return call.WriteAsync(connection =>
        {
            CheckStillThere(connection, machine.Arn);
            if (!machine.IsExpress && ExecutionStore.Find(connection, arn) is { } there)
            {
                return there.IsRunning && there.Input == start.Input && FollowedBy(connection, there) == start.TestCase ? Answer(there) : throw StatesErrors.ExecutionAlreadyExists(arn);
            }

            Write(connection, started, testCase, step);
            return Answer(started);
        });
    }

    /// <summary>What a reference stands for now, if it can start executions. An alias of two versions draws one of them.</summary>
    public StartTarget Target(StateMachineReference reference) => database.Read(connection => Target(connection, reference));

    private static StartTarget Target(StoreConnection connection, StateMachineReference reference)
    {
        var machine = CheckStillThere(connection, reference.MachineArn);
        var alias = reference.Alias is { } name ? AliasStore.Find(connection, machine.Arn, name) ?? throw StatesErrors.StateMachineDoesNotExist(reference.Arn) : null;
        if ((reference.Version ?? alias?.Route(RandomNumberGenerator.GetInt32(100))) is not { } number)
        {
            return new StartTarget(machine, null, null);
        }

        var version = VersionStore.Find(connection, machine.Arn, number) ?? throw StatesErrors.StateMachineDoesNotExist(reference.Arn);
        return new StartTarget(machine with { Revision = StateMachineStore.FindRevision(connection, version.Revision)! }, number, alias?.Name);
    }

    private static StateMachineRecord CheckStillThere(StoreConnection connection, string arn)
    {
        var machine = StateMachineStore.Find(connection, arn) ?? throw StatesErrors.StateMachineDoesNotExist(arn);
        return machine.IsDeleting ? throw StatesErrors.StateMachineDeleting(arn) : machine;
    }

    private static string? FollowedBy(StoreConnection connection, ExecutionRecord execution) =>
        execution.TestCase is { } testCase ? TestCaseStore.Name(connection, testCase) : null;

    private static long Add(StoreConnection connection, TestCase testCase) =>
        TestCaseStore.Add(connection, testCase.Name, testCase.States.Select(state => (state.Key, state.Value.Name, state.Value.Members.ToString())));

    /// <summary>Writes the start of a Map Run's child with its first step, in the caller's transaction. After it is on disk the execution goes on.</summary>
    public void Write(StoreConnection connection, ExecutionRecord child, Step step) => Write(connection, child, null, step);

    private void Write(StoreConnection connection, ExecutionRecord execution, TestCase? testCase, Step step)
    {
        var isWhole = step.Outcome is not null && (execution.IsExpress || step.Effects.Count == 0);
        var started = testCase is null || (isWhole && execution.IsExpress) ? execution : execution with { TestCase = Add(connection, testCase) };
        if (isWhole)
        {
            writer.WriteWhole(connection, started, step);
            return;
        }

        var added = ExecutionStore.Add(connection, started);
        if (added.MapRun is not null)
        {
            MapRunChildStore.Start(connection, added);
        }

        writer.Announce(connection, added);
        LiveExecution? live = null;
        connection.AfterCommit(() => loop.TakeUp(live!)); // before what the step's effects lead to
        live = new LiveExecution(writer.Write(connection, added, step, loop), step.Checkpoint, OpenTasks.AfterStart(step));
    }

    private static JsonObject Answer(ExecutionRecord execution) => JsonObject.Of(("executionArn", execution.Arn), ("startDate", execution.Started.EpochSeconds()));
}
