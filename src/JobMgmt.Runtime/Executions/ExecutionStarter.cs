using System.Security.Cryptography;
using JobMgmt.Runtime.Executions.Activities;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Services.States;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions;

/// <summary>
/// Starts executions: the row and the first step are one transaction, which is the caller's own. The first step may be the last.
/// </summary>
internal sealed class ExecutionStarter(
    Database database, DefinitionCache definitions, MissingActivities missing, StepWriter writer, ExecutionLoop loop, RuntimeIdentity identity, TimeProvider time)
{
    /// <summary>Starts one.</summary>
    /// <param name="target">What is started.</param>
    /// <param name="name">The execution's name.</param>
    /// <param name="input">Its input, as sent.</param>
    /// <param name="data">The input, parsed.</param>
    /// <param name="traceHeader">The X-Ray header, if any.</param>
    /// <param name="call">The call to answer.</param>
    public Task<JsonObject> StartAsync(StartTarget target, string name, string input, JsonValue data, string? traceHeader, CallContext call)
    {
        var (machine, now) = (target.Machine, time.GetUtcNow());
        var arn = identity.Arn("states", $"execution:{machine.Name}:{name}");
        var facts = new ExecutionFacts(arn, name, machine.Arn, machine.Name, machine.Revision.RoleArn);
        var definition = definitions.Get(machine.Revision);
        var step = ExecutionStep.Advance(
            definition, Checkpoint.Initial, new ExecutionStart(now, facts, data, Seed(), Seed()) { MissingActivities = missing.Of(definition) });
        var started = new ExecutionRecord(
            0, arn, name, machine.Arn, machine.Name, machine.Revision.Key, "RUNNING", step.Events[0].Timestamp, null, input, null, null, null, traceHeader,
            target.Version, target.Alias);
        return call.WriteAsync(connection =>
        {
            if (ExecutionStore.Find(connection, arn) is { } there)
            {
                return there.IsRunning && there.Input == input ? Answer(there) : throw StatesErrors.ExecutionAlreadyExists(arn);
            }

            CheckStillThere(connection, machine.Arn);
            Write(connection, ExecutionStore.Add(connection, started), step);
            return Answer(started);
        });
    }

    /// <summary>What a reference stands for now, if it can start executions. An alias of two versions draws one of them.</summary>
    public StartTarget Target(StateMachineReference reference)
    {
        var target = database.Read(connection => Target(connection, reference));
        return target.Machine.IsExpress ? throw StatesErrors.NotServed("executions of EXPRESS state machines yet") : target;
    }

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

    private void Write(StoreConnection connection, ExecutionRecord added, Step step)
    {
        writer.Announce(connection, added);
        LiveExecution? live = null;
        connection.AfterCommit(() => loop.TakeUp(live!)); // before what the step's effects lead to
        live = new LiveExecution(writer.Write(connection, added, step, loop), step.Checkpoint, OpenTasks.AfterStart(step));
    }

    private static JsonObject Answer(ExecutionRecord execution) => JsonObject.Of(("executionArn", execution.Arn), ("startDate", execution.Started.EpochSeconds()));

    private static ulong Seed() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}
