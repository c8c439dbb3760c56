using JobMgmt.Runtime.Executions;
using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Store;

/// <summary>SQLite gives the key of a deleted last row away again. What is in memory may still name the row of before.</summary>
public sealed class NewKeyTests
{
    [Fact]
    public async Task Wait_LastsItsTime_AfterAnExpressExecutionWithATimerThatWasNotNeeded()
    {
        var clock = new FakeTimeProvider(StatesDriver.Noon);
        await using var runtime = await TestRuntime.StartAsync(clock);
        var states = new StatesDriver(runtime, clock);
        var express = (await states.CallAsync(
            "CreateStateMachine",
            ("name", "express"),
            ("type", "EXPRESS"),
            ("roleArn", StatesDriver.Role),
            ("definition", """{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sfn:listStateMachines","TimeoutSeconds":60,"End":true}}}""")))["stateMachineArn"]!;
        var wait = await states.CreateAsync("wait", """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":3600,"End":true}}}""");

        await states.CallAsync("StartSyncExecution", ("stateMachineArn", express));
        var execution = await states.StartAsync(wait);
        clock.Advance(TimeSpan.FromMinutes(6)); // beyond the five minutes of an EXPRESS execution too
        await states.SettleAsync();

        Assert.Equal("RUNNING", StatesDriver.Text(await states.DescribeAsync(execution), "status"));
    }

    [Fact]
    public async Task Input_KeepsItsKeyForItself_WhenTheOneBeforeIsGone()
    {
        var clock = new FakeTimeProvider(StatesDriver.Noon);
        await using var runtime = await TestRuntime.StartAsync(clock);
        var states = new StatesDriver(runtime, clock);
        await states.StartAsync(await states.CreateAsync("wait", """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":3600,"End":true}}}"""));
        var database = runtime.Host.Services.GetRequiredService<Database>();

        var ids = await database.WriteAsync(connection =>
        {
            var input = new ExecutionInputRecord(0, 1, ExecutionInputKind.Abort, 0, null, null, null);
            var first = ExecutionInputStore.Add(connection, input)!.Id;
            ExecutionInputStore.Remove(connection, first);
            var second = ExecutionInputStore.Add(connection, input)!.Id;
            ExecutionInputStore.Remove(connection, second);
            return (first, second);
        });

        Assert.True(ids.second > ids.first);
    }
}
