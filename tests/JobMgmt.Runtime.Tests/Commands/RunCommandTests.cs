using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Commands;

public sealed class RunCommandTests
{
    [UnixFact]
    public async Task Invocation_HasOutputAndTimes_WhenTheScriptSucceeds()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var invocation = await runtime.RunAsync("echo hello\nprintf '%s' \"$SSM_COMMAND_ID\" >&2");

        Assert.Equal(("Success", "Success", "0"), (invocation.Text("Status"), invocation.Text("StatusDetails"), invocation["ResponseCode"]!.ToString()));
        Assert.Equal("hello\n", invocation.Text("StandardOutputContent"));
        Assert.Equal(invocation.Text("CommandId"), invocation.Text("StandardErrorContent"));
        Assert.Equal(("aws:runShellScript", "$DEFAULT"), (invocation.Text("PluginName"), invocation.Text("DocumentVersion")));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", invocation.Text("ExecutionStartDateTime"));
        Assert.Matches(@"^PT[\d.]+S$", invocation.Text("ExecutionElapsedTime"));
        await Eventually.IsTrueAsync(() => !Directory.Exists(Path.Combine(runtime.DataPath, "commands", invocation.Text("CommandId")))); // tidied after the answer
    }

    [UnixFact]
    public async Task Invocation_AddsTheAgentsLine_WhenTheScriptFails()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var invocation = await runtime.RunAsync("echo bad >&2\nexit 7");

        Assert.Equal(("Failed", "Failed", "7"), (invocation.Text("Status"), invocation.Text("StatusDetails"), invocation["ResponseCode"]!.ToString()));
        Assert.Equal("bad\nfailed to run commands: exit status 7", invocation.Text("StandardErrorContent"));
    }

    [UnixFact]
    public async Task Script_UsesItsOwnInterpreter_WhenItsFirstLineNamesOne()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var invocation = await runtime.RunAsync("#!/bin/cat\nnot a command");

        Assert.Equal("#!/bin/cat\nnot a command\n", invocation.Text("StandardOutputContent"));
    }

    [UnixFact]
    public async Task Script_StartsWhereItIsTold()
    {
        await using var runtime = await TestRuntime.StartAsync();
        var instance = await runtime.RunWorkerAsync();

        var there = await runtime.WaitAsync(await runtime.SendAsync(instance, "pwd", "\"workingDirectory\":[\"/\"]"), instance);
        var relative = await runtime.WaitAsync(await runtime.SendAsync(instance, "pwd", "\"workingDirectory\":[\"tmp\"]"), instance);
        var empty = await runtime.WaitAsync(await runtime.SendAsync(instance, "pwd", "\"workingDirectory\":[\"\"]"), instance);
        var missing = await runtime.WaitAsync(await runtime.SendAsync(instance, "pwd", "\"workingDirectory\":[\"/no/such\"]"), instance);

        Assert.Equal("/\n", there.Text("StandardOutputContent"));
        Assert.Contains("/commands/", relative.Text("StandardOutputContent"), StringComparison.Ordinal);
        Assert.Contains("/commands/", empty.Text("StandardOutputContent"), StringComparison.Ordinal);
        Assert.Equal(("Failed", "1"), (missing.Text("Status"), missing["ResponseCode"]!.ToString()));
        Assert.Equal("failed to run commands: chdir /no/such: no such file or directory", missing.Text("StandardErrorContent"));
    }

    [UnixFact]
    public async Task Invocation_TimesOut_AfterItsExecutionTimeout()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var invocation = await runtime.RunAsync("sleep 600 & wait", "\"executionTimeout\":[\"5\"]");

        Assert.Equal(("TimedOut", "ExecutionTimedOut", "137"), (invocation.Text("Status"), invocation.Text("StatusDetails"), invocation["ResponseCode"]!.ToString()));
    }

    [UnixFact]
    public async Task Cancel_KillsTheScript()
    {
        await using var runtime = await TestRuntime.StartAsync();
        var instance = await runtime.RunWorkerAsync();
        var command = await runtime.SendAsync(instance, "sleep 600");
        await runtime.WaitForStatusAsync(command, instance, "InProgress");

        await runtime.CallAsync("ssm", "CancelCommand", ("CommandId", command));
        var invocation = await runtime.WaitAsync(command, instance);
        await runtime.CallAsync("ssm", "CancelCommand", ("CommandId", command)); // too late is no error

        Assert.Equal(("Cancelled", "Cancelled", "137"), (invocation.Text("Status"), invocation.Text("StatusDetails"), invocation["ResponseCode"]!.ToString()));
        var commands = await runtime.CallAsync("ssm", "ListCommands", ("CommandId", command));
        Assert.Equal("Cancelled", ((JsonObject)((JsonArray)commands["Commands"]!).Single()).Text("Status"));
    }

    [UnixFact]
    public async Task Delivery_WaitsForTheWorker_AndTimesOut()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));
        await using var runtime = await TestRuntime.StartAsync(clock);
        var instance = await runtime.RunWorkerAsync();
        await runtime.Client.CallAsync("ec2", "StopInstances", CommandTestExtensions.Json($$"""{"InstanceIds":["{{instance}}"]}"""));

        var waiting = await runtime.SendAsync(instance, "echo late", ",\"TimeoutSeconds\":86400"); // however far the clock has gone on when the overdue one is seen to be
        var cancelled = await runtime.SendAsync(instance, "echo never");
        var overdue = await runtime.SendAsync(instance, "echo never", ",\"TimeoutSeconds\":30");
        Assert.Equal("", (await runtime.GetInvocationAsync(waiting, instance)).Text("ExecutionStartDateTime"));
        await runtime.CallAsync("ssm", "CancelCommand", ("CommandId", cancelled));
        await Eventually.GetAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return runtime.GetInvocationAsync(overdue, instance);
            },
            invocation => invocation.Text("Status") == "TimedOut");
        await runtime.Client.CallAsync("ec2", "StartInstances", CommandTestExtensions.Json($$"""{"InstanceIds":["{{instance}}"]}"""));

        Assert.Equal("late\n", (await runtime.WaitAsync(waiting, instance)).Text("StandardOutputContent"));
        Assert.Equal("Cancelled", (await runtime.GetInvocationAsync(cancelled, instance)).Text("Status"));
        var late = await runtime.GetInvocationAsync(overdue, instance);
        Assert.Equal(("DeliveryTimedOut", "-1"), (late.Text("StatusDetails"), late["ResponseCode"]!.ToString()));
    }

    [UnixFact]
    public async Task Delivery_Ends_WhenTheWorkerIsTerminated()
    {
        await using var runtime = await TestRuntime.StartAsync();
        var instance = await runtime.RunWorkerAsync();
        var ids = CommandTestExtensions.Json($$"""{"InstanceIds":["{{instance}}"]}""");
        await runtime.Client.CallAsync("ec2", "StopInstances", ids);
        var command = await runtime.SendAsync(instance, "echo never");

        await runtime.Client.CallAsync("ec2", "TerminateInstances", ids);

        Assert.Equal("Undeliverable", (await runtime.WaitAsync(command, instance)).Text("StatusDetails"));
        var error = await Assert.ThrowsAsync<AwsErrorException>(() => runtime.SendAsync(instance, "true"));
        Assert.Equal(("InvalidInstanceId", $"Instances [[{instance}]] not in a valid state for account 000000000000"), (error.Code, error.ServiceMessage));
    }

    [UnixFact]
    public async Task Command_GoesToAllThatItsTargetsMatch()
    {
        await using var runtime = await TestRuntime.StartAsync();
        var one = await runtime.RunWorkerAsync("one", """,{"Key":"role","Value":"web"}""");
        var two = await runtime.RunWorkerAsync("two", """,{"Key":"role","Value":"db"}""");
        await runtime.RunWorkerAsync("three");

        var answer = await runtime.Client.CallAsync("ssm", "SendCommand", CommandTestExtensions.Json(
            """{"DocumentName":"AWS-RunShellScript","Targets":[{"Key":"tag:role","Values":["web","db"]}],"Parameters":{"commands":["echo $AWS_SSM_INSTANCE_ID"]},"MaxConcurrency":"1"}"""));

        var command = (JsonObject)answer["Command"]!;
        Assert.Equal(("2", "Pending"), (command["TargetCount"]!.ToString(), command.Text("Status")));
        Assert.Equal(one + "\n", (await runtime.WaitAsync(command.Text("CommandId"), one)).Text("StandardOutputContent"));
        Assert.Equal(two + "\n", (await runtime.WaitAsync(command.Text("CommandId"), two)).Text("StandardOutputContent"));
        var list = await runtime.CallAsync("ssm", "ListCommandInvocations", ("CommandId", command.Text("CommandId")), ("Details", true));
        var plugins = ((JsonArray)list["CommandInvocations"]!).Cast<JsonObject>().Select(invocation => (JsonObject)((JsonArray)invocation["CommandPlugins"]!)[0]);
        Assert.Equal([two + "\n", one + "\n"], plugins.Select(plugin => plugin.Text("Output")));
    }

    [UnixFact]
    public async Task Command_StopsAfterMaxErrors()
    {
        await using var runtime = await TestRuntime.StartAsync();
        var one = await runtime.RunWorkerAsync();
        var two = await runtime.RunWorkerAsync();

        var answer = await runtime.Client.CallAsync("ssm", "SendCommand", CommandTestExtensions.Json(
            $$"""{"DocumentName":"AWS-RunShellScript","InstanceIds":["{{one}}","{{two}}"],"Parameters":{"commands":["exit 1"]},"MaxConcurrency":"1","MaxErrors":"0"}"""));

        var command = ((JsonObject)answer["Command"]!).Text("CommandId");
        Assert.Equal("Failed", (await runtime.WaitAsync(command, one)).Text("StatusDetails"));
        Assert.Equal("Terminated", (await runtime.WaitAsync(command, two)).Text("StatusDetails"));
    }

    [UnixFact]
    public async Task PowerShellScript_IsRefusedByName_WhenPwshIsMissing()
    {
        await using var runtime = await TestRuntime.StartAsync();
        var instance = await runtime.RunWorkerAsync();
        var send = runtime.Client.CallAsync("ssm", "SendCommand", CommandTestExtensions.Json(
            $$"""{"DocumentName":"AWS-RunPowerShellScript","InstanceIds":["{{instance}}"],"Parameters":{"commands":["'a' * 3"] } }"""));
        if (JobMgmt.Runtime.Processes.ExecutablePath.Find("pwsh") is null)
        {
            Assert.Equal("UnsupportedPlatformType", (await Assert.ThrowsAsync<AwsErrorException>(() => send)).Code);
        }
        else
        {
            var command = ((JsonObject)(await send)["Command"]!).Text("CommandId");
            Assert.Equal("aaa\n", (await runtime.WaitAsync(command, instance)).Text("StandardOutputContent"));
        }
    }

    [Theory]
    [InlineData("""{"InstanceIds":["i-00000000000000000"],"Parameters":{"commands":["true"]}}""", "ValidationException")] // no document
    [InlineData("""{"DocumentName":"AWS-RunShellScript","InstanceIds":["i-00000000000000000"],"Parameters":{"commands":["true"]}}""", "InvalidInstanceId")]
    [InlineData("""{"DocumentName":"AWS-RunShellScript","Parameters":{"commands":["true"]}}""", "InvalidInstanceId")]
    [InlineData("""{"DocumentName":"Nope","InstanceIds":["i-00000000000000000"],"Parameters":{"commands":["true"]}}""", "InvalidDocument")]
    [InlineData("""{"DocumentName":"AWS-RunShellScript","InstanceIds":["i-00000000000000000"]}""", "InvalidParameters")]
    [InlineData("""{"DocumentName":"AWS-RunShellScript","InstanceIds":["i-00000000000000000"],"Parameters":{"commands":["true"],"x":["y"]}}""", "InvalidParameters")]
    [InlineData("""{"DocumentName":"AWS-RunShellScript","InstanceIds":["i-00000000000000000"],"Parameters":{"commands":["true"],"executionTimeout":["172801"]}}""", "InvalidParameters")]
    [InlineData("""{"DocumentName":"AWS-RunShellScript","InstanceIds":["i-00000000000000000","i-00000000000000000"],"Parameters":{"commands":["true"]}}""", "DuplicateInstanceId")]
    [InlineData("""{"DocumentName":"AWS-RunShellScript","TimeoutSeconds":29,"InstanceIds":["i-00000000000000000"],"Parameters":{"commands":["true"]}}""", "ValidationException")]
    [InlineData("""{"DocumentName":"AWS-RunShellScript","DocumentVersion":"2","InstanceIds":["i-00000000000000000"],"Parameters":{"commands":["true"]}}""", "InvalidDocumentVersion")]
    public async Task SendCommand_IsRefused(string request, string code)
    {
        await using var runtime = await TestRuntime.StartAsync();

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => runtime.Client.CallAsync("ssm", "SendCommand", CommandTestExtensions.Json(request)));

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task Unknown_IsRefusedWithoutAMessage()
    {
        await using var runtime = await TestRuntime.StartAsync();
        const string id = "11111111-2222-3333-4444-555555555555";

        Assert.Equal("InvocationDoesNotExist", (await Assert.ThrowsAsync<AwsErrorException>(() => runtime.GetInvocationAsync(id, "i-00000000000000000"))).Code);
        Assert.Equal("InvalidCommandId", (await Assert.ThrowsAsync<AwsErrorException>(() => runtime.CallAsync("ssm", "CancelCommand", ("CommandId", id)))).Code);
        Assert.Equal("InvalidCommandId", (await Assert.ThrowsAsync<AwsErrorException>(() => runtime.CallAsync("ssm", "ListCommands", ("CommandId", id)))).Code);
    }

    [UnixFact]
    public async Task ListCommands_PagesAndFilters()
    {
        await using var runtime = await TestRuntime.StartAsync();
        var instance = await runtime.RunWorkerAsync();
        var good = new[] { await runtime.SendAsync(instance, "true"), await runtime.SendAsync(instance, "true") };
        var bad = await runtime.SendAsync(instance, "false");
        foreach (var command in good.Append(bad))
        {
            await runtime.WaitAsync(command, instance);
        }

        var first = await runtime.CallAsync("ssm", "ListCommands", ("MaxResults", 2));
        var second = await runtime.CallAsync("ssm", "ListCommands", ("MaxResults", 2), ("NextToken", first["NextToken"]));
        var failed = await runtime.Client.CallAsync("ssm", "ListCommands", CommandTestExtensions.Json("""{"Filters":[{"key":"Status","value":"Failed"}]}"""));
        var open = await runtime.Client.CallAsync("ssm", "ListCommands", CommandTestExtensions.Json("""{"Filters":[{"key":"ExecutionStage","value":"Executing"}]}"""));

        Assert.Equal([bad, good[1]], Ids(first));
        Assert.Equal([good[0]], Ids(second));
        Assert.Null(second["NextToken"]);
        Assert.Equal([bad], Ids(failed));
        Assert.Empty(Ids(open));
    }

    private static IEnumerable<string> Ids(JsonObject answer) => ((JsonArray)answer["Commands"]!).Cast<JsonObject>().Select(command => command.Text("CommandId"));
}
