using JobMgmt.Runtime.Executions.Activities;
using JobMgmt.Runtime.Executions.Integrations;
using JobMgmt.Runtime.Executions.Integrations.Mocks;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Services.States;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions;

/// <summary>
/// Makes the calls of tasks. An operation that changes something records its answer in its own transaction, so after a kill the call either was not made, and is made
/// again, or its answer is in the inbox: nothing happens twice.
/// </summary>
internal sealed class TaskDispatcher(Database database, ServiceRouter router, IEnumerable<IIntegration> integrations, ActivityQueue activities, MockedTasks mocks, TimeProvider time)
{
    private static readonly TimeSpan _retryAfter = TimeSpan.FromSeconds(1);
    private readonly IIntegration[] _integrations = [.. integrations];

    public async Task SendAsync(ExecutionTaskRecord task, ExecutionLoop loop, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await TrySendAsync(task, loop, stopping);
                return;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return; // it is sent at the next start
            }
            catch (StoreUnavailableException)
            {
                await Task.Delay(_retryAfter, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (stopping.IsCancellationRequested)
                {
                    return;
                }
            }
        }
    }

    private async Task TrySendAsync(ExecutionTaskRecord row, ExecutionLoop loop, CancellationToken stopping)
    {
        if (row.MockedCall is not null)
        {
            await mocks.AnswerAsync(row, loop);
            return;
        }

        if (TaskResource.TryParse(row.Resource, out var resource) && resource.Kind == TaskResourceKind.Activity)
        {
            activities.Announce(row.Resource); // a worker comes for it
            return;
        }

        if (database.Read(connection => ExecutionStore.Find(connection, row.Execution)) is not { } execution)
        {
            return; // an EXPRESS one that has ended
        }

        var parameters = JsonValue.Parse(row.Parameters!);
        if (resource is null || Array.Find(_integrations, candidate => candidate.Serves(resource)) is not { } integration)
        {
            await RefuseAsync(row, NotServed(row, row.Resource, execution), loop);
            return;
        }

        if (parameters is not JsonObject members)
        {
            await RefuseAsync(row, new IntegrationAnswer(null, "States.Runtime", $"The parameters of the state '{row.StateName}' must be an object."), loop);
            return;
        }

        var task = new IntegrationTask(resource, members, execution.Arn, execution.StateMachineArn);
        if (integration.Call(task) is not { } call || !router.Serves(call.Service, call.Operation))
        {
            await RefuseAsync(row, NotServed(row, $"{resource.ResourceType}:{resource.Resource}", execution), loop);
            return;
        }

        await CallAsync(row, task, integration, call, loop, stopping);
    }

    private async Task CallAsync(
        ExecutionTaskRecord row, IntegrationTask task, IIntegration integration, IntegrationCall call, ExecutionLoop loop, CancellationToken stopping)
    {
        var requestId = Guid.NewGuid().ToString();
        var isRecorded = false;
        void Record(StoreConnection connection, JsonObject response)
        {
            RecordAnswer(connection, row, task, integration.Answer(task, response, new ServiceAnswer(requestId, time.GetUtcNow())), loop);
            isRecorded = true;
        }

        try
        {
            var response = await router.InvokeAsync(call.Service, call.Operation, call.Request, new CallContext(database, requestId, Record, stopping));
            if (!isRecorded)
            {
                await database.WriteAsync(connection => Record(connection, response)); // an operation that only reads
            }
        }
        catch (ServiceException error)
        {
            await RefuseAsync(row, integration.Refusal(task, error, requestId), loop);
        }
        catch (TaskGivenUpException)
        {
            // nobody waits for the answer, and the call is undone
        }
        catch (Exception error) when (error is not (StoreUnavailableException or OperationCanceledException))
        {
            await RefuseAsync(row, integration.Refusal(task, new ServiceException("InternalFailure", error.Message, 500), requestId), loop);
        }
    }

    private static void RecordAnswer(StoreConnection connection, ExecutionTaskRecord row, IntegrationTask task, IntegrationAnswer answer, ExecutionLoop loop)
    {
        if (answer.Output is null)
        {
            Refuse(connection, row, answer, loop);
            return;
        }

        var child = Child(connection, task, answer);
        if (!ExecutionTaskStore.MarkSent(connection, row.Execution, row.Task, child?.Id))
        {
            throw new TaskGivenUpException();
        }

        var kind = task.Resource.Pattern == TaskPattern.RequestResponse ? ExecutionInputKind.Succeeded : ExecutionInputKind.Submitted;
        loop.Tell(connection, new ExecutionInputRecord(0, row.Execution, kind, row.Task, answer.Output.ToString(), null, null));
        if (child is { IsRunning: false })
        {
            ChildEnd.Tell(connection, row, child, loop); // it ran to its end in the call's own transaction
        }
    }

    /// <summary>The execution that a <c>.sync</c> has started. EXPRESS ones can't be waited for: the refusal undoes the start.</summary>
    private static ExecutionRecord? Child(StoreConnection connection, IntegrationTask task, IntegrationAnswer answer)
    {
        if (task.Resource.Pattern != TaskPattern.Sync || (answer.Output as JsonObject)?["ExecutionArn"] is not JsonString arn)
        {
            return null;
        }

        var started = ExecutionStore.Find(connection, arn.Value);
        return started is { IsExpress: false } ? started : throw StatesErrors.StateMachineTypeNotSupported();
    }

    private Task RefuseAsync(ExecutionTaskRecord row, IntegrationAnswer answer, ExecutionLoop loop) =>
        database.WriteAsync(connection => Refuse(connection, row, answer, loop));

    private static void Refuse(StoreConnection connection, ExecutionTaskRecord row, IntegrationAnswer answer, ExecutionLoop loop)
    {
        if (ExecutionTaskStore.MarkSent(connection, row.Execution, row.Task, null))
        {
            loop.Tell(connection, new ExecutionInputRecord(0, row.Execution, ExecutionInputKind.Refused, row.Task, null, answer.Error, answer.Cause));
        }
    }

    private IntegrationAnswer NotServed(ExecutionTaskRecord row, string what, ExecutionRecord execution)
    {
        var testCase = execution.TestCase is { } id ? database.Read(connection => TestCaseStore.Name(connection, id)) : null;
        var remedy = testCase is null
            ? "A mock file can answer in its place: start the runtime with one (--mock-config, SFN_MOCK_CONFIG or Start-JobRuntime -MockConfigFile), "
                + $"and the execution with a test case of it, as {execution.StateMachineArn}#TESTCASE."
            : $"The test case '{testCase}' that this execution follows does not mock the state: add it there.";
        return new IntegrationAnswer(null, "LocalRuntime.NotServed", $"The local runtime does not serve {what}, which the state '{row.StateName}' calls. {remedy}");
    }
}
