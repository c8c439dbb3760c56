using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;

namespace JobMgmt.Aws.Tests.Scenarios;

/// <summary>A state machine's life, from its creation to the error that says it is gone.</summary>
public static class StateMachineScenario
{
    public static async Task RunAsync(JobMgmtSession session)
    {
        var states = session.StepFunctions;
        var created = await states.CreateStateMachineAsync(new CreateStateMachineRequest
        {
            Name = "JobNetwork-live",
            Definition = """{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":600,"End":true}}}""",
            RoleArn = "arn:aws:iam::123456789012:role/machine",
            Tags = [new Tag { Key = "k", Value = "v" }],
        });
        var started = await states.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = created.StateMachineArn, Name = "run1", Input = "{\"a\":\"日本\"}" });
        var described = await states.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = started.ExecutionArn });
        var machine = await states.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = created.StateMachineArn });
        var executions = await states.Paginators.ListExecutions(new ListExecutionsRequest { StateMachineArn = created.StateMachineArn, MaxResults = 1 }).Executions.ToListAsync();
        var tags = await states.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceArn = created.StateMachineArn });
        var stopped = await states.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = started.ExecutionArn });

        Assert.Equal("{\"a\":\"日本\"}", described.Input);
        Assert.Equal(ExecutionStatus.RUNNING, described.Status);
        Assert.Equal(StateMachineType.STANDARD, machine.Type);
        Assert.Equal("run1", Assert.Single(executions).Name);
        Assert.Equal("v", Assert.Single(tags.Tags!).Value);
        Assert.NotNull(stopped.StopDate);
        await states.DeleteStateMachineAsync(new DeleteStateMachineRequest { StateMachineArn = created.StateMachineArn });
        await Assert.ThrowsAsync<StateMachineDoesNotExistException>(() => states.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = created.StateMachineArn }));
    }
}
