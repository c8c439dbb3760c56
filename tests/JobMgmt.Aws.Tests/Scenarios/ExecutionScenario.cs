using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;

namespace JobMgmt.Aws.Tests.Scenarios;

/// <summary>An execution with a task that waits for its token: answered, read back, and its history typed. Needs a real engine.</summary>
public static class ExecutionScenario
{
    private const string Child = """{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":3600,"End":true}}}""";

    public static async Task RunAsync(JobMgmtSession session)
    {
        var states = session.StepFunctions;
        var child = await CreateAsync(states, "live-child", Child);
        var parent = await CreateAsync(states, "live-parent", """
            {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.waitForTaskToken","TimeoutSeconds":600,"End":true,
              "Parameters":{"StateMachineArn":"CHILD","Input":{"TaskToken.$":"$$.Task.Token"}}}}}
            """.Replace("CHILD", child, StringComparison.Ordinal));
        var started = await states.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = parent, Name = "run1" });
        var submitted = await EventAsync(states, started.ExecutionArn, HistoryEventType.TaskSubmitted);
        Assert.Equal("startExecution.waitForTaskToken", submitted.TaskSubmittedEventDetails!.Resource);

        var children = await states.Paginators.ListExecutions(new ListExecutionsRequest { StateMachineArn = child }).Executions.ToListAsync();
        var input = (await states.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = Assert.Single(children).ExecutionArn })).Input!;
        var token = System.Text.Json.JsonDocument.Parse(input).RootElement.GetProperty("TaskToken").GetString()!;
        await states.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = token });
        await states.SendTaskFailureAsync(new SendTaskFailureRequest { TaskToken = token, Error = "JobFailed", Cause = "終了コード 1" });

        var failed = await EventAsync(states, started.ExecutionArn, HistoryEventType.ExecutionFailed);
        var described = await states.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = started.ExecutionArn });
        var pages = await states.Paginators.GetExecutionHistory(new GetExecutionHistoryRequest { ExecutionArn = started.ExecutionArn, MaxResults = 2 }).Events.ToListAsync();
        var machine = await states.DescribeStateMachineForExecutionAsync(new DescribeStateMachineForExecutionRequest { ExecutionArn = started.ExecutionArn });

        Assert.Equal(("JobFailed", "終了コード 1"), (failed.ExecutionFailedEventDetails!.Error, failed.ExecutionFailedEventDetails.Cause));
        Assert.Equal((ExecutionStatus.FAILED, "JobFailed"), (described.Status, described.Error));
        Assert.InRange(described.StopDate!.Value, described.StartDate!.Value, DateTime.MaxValue);
        Assert.Equal(Enumerable.Range(1, pages.Count).Select(number => (long?)number), pages.Select(item => item.Id));
        Assert.Equal("live-parent", machine.Name);
        await Assert.ThrowsAsync<TaskTimedOutException>(() => states.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = token, Output = "{}" }));
        await Assert.ThrowsAsync<InvalidTokenException>(() => states.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = "nonsense", Output = "{}" }));
    }

    private static async Task<string> CreateAsync(IAmazonStepFunctions states, string name, string definition) =>
        (await states.CreateStateMachineAsync(new CreateStateMachineRequest { Name = name, Definition = definition, RoleArn = "arn:aws:iam::123456789012:role/machine" })).StateMachineArn;

    // The engine works on after its answer: ask until the event is there.
    private static async Task<HistoryEvent> EventAsync(IAmazonStepFunctions states, string execution, HistoryEventType type)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var events = await states.Paginators.GetExecutionHistory(new GetExecutionHistoryRequest { ExecutionArn = execution }).Events.ToListAsync(limit.Token);
            if (events.FirstOrDefault(item => item.Type == type) is { } found)
            {
                return found;
            }
        }
    }
}
