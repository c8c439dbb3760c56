using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Store;

/// <summary>No room: nothing new is accepted, and what runs goes on when there is room again.</summary>
public sealed class FullDiskTests
{
    private const string Role = "arn:aws:iam::000000000000:role/any";

    [Fact]
    public async Task Call_IsRefused_WhileTheStoreCannotWrite()
    {
        await using var runtime = await TestRuntime.StartAsync();
        AwsErrorException error;
        using (await FullDisk.FillAsync(runtime))
        {
            error = await Assert.ThrowsAsync<AwsErrorException>(() => runtime.CallAsync("logs", "CreateLogGroup", ("logGroupName", "a")));
        }

        Assert.Equal((503, "ServiceUnavailable"), (error.Status, error.Code));
        await runtime.CallAsync("logs", "CreateLogGroup", ("logGroupName", "a"));
    }

    [UnixFact]
    public async Task Command_Ends_WhenItEndedWhileTheStoreCouldNotWrite()
    {
        await using var runtime = await TestRuntime.StartAsync();
        var worker = await runtime.RunWorkerAsync();
        var mark = Path.Combine(runtime.DataPath, "mark");
        var command = await runtime.SendAsync(worker, $"echo before; touch {mark}; until [ -e {mark}.go ]; do sleep 0.05; done; touch {mark}.end; exit 7");
        await Eventually.IsTrueAsync(() => File.Exists(mark));
        using (await FullDisk.FillAsync(runtime))
        {
            await File.WriteAllTextAsync(mark + ".go", "");
            await Eventually.IsTrueAsync(() => File.Exists(Path.Combine(runtime.DataPath, "commands", command, worker, "exit")));
            await Assert.ThrowsAsync<AwsErrorException>(() => runtime.CallAsync("ssm", "CancelCommand", ("CommandId", command)));
            Assert.Equal("InProgress", (await runtime.GetInvocationAsync(command, worker)).Text("Status"));
        }

        var invocation = await runtime.WaitAsync(command, worker);

        Assert.Equal(("Failed", new JsonNumber("7"), "before\n"), (invocation.Text("Status"), invocation["ResponseCode"], invocation.Text("StandardOutputContent")));
    }

    [Fact]
    public async Task Event_IsDelivered_WhenTheStoreCouldNotWriteMeanwhile()
    {
        await using var runtime = await TestRuntime.StartAsync();
        var machine = (await runtime.CallAsync(
            "states", "CreateStateMachine", ("name", "m"), ("definition", """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}"""), ("roleArn", Role))).Text("stateMachineArn");
        await runtime.CallAsync("events", "PutRule", ("Name", "r"), ("EventPattern", """{"source":["mine"]}"""));
        await runtime.CallAsync("events", "PutTargets", ("Rule", "r"), ("Targets", JsonValue.Parse($$"""[{"Id":"1","Arn":"{{machine}}","RoleArn":"{{Role}}"}]""")));
        async Task PutAsync() => await runtime.CallAsync("events", "PutEvents", ("Entries", JsonValue.Parse("""[{"Source":"mine","DetailType":"t","Detail":"{}"}]""")));

        var disk = await FullDisk.FillAsync(runtime);
        disk.Dispose();
        await PutAsync();
        using (await FullDisk.FillAsync(runtime))
        {
            await Assert.ThrowsAsync<AwsErrorException>(PutAsync);
        }

        await PutAsync();

        await Eventually.GetAsync(
            () => runtime.CallAsync("states", "ListExecutions", ("stateMachineArn", machine)), answer => ((JsonArray)answer["executions"]!).Count == 2);
    }
}
