using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Commands;

/// <summary>A runtime that is killed at any moment: a command runs once, ends once, and its log is whole.</summary>
public sealed class CommandDurabilityTests : IDisposable
{
    private const string Logged = """ "CloudWatchOutputConfig":{"CloudWatchOutputEnabled":true,"CloudWatchLogGroupName":"jobs"}""";
    private readonly string _root = Directory.CreateTempSubdirectory("jobmgmt-kill-").FullName;

    private string DataPath => Path.Combine(_root, "data");

    [UnixFact]
    public async Task RunningCommand_EndsOnce_WhenTheRuntimeIsKilledMeanwhile()
    {
        string command, instance;
        using (var runtime = await RuntimeProcess.StartAsync(DataPath))
        {
            instance = await RunWorkerAsync(runtime);
            command = await SendAsync(runtime, instance, $"echo x >>{_root}/starts; i=0; while [ ! -e {_root}/go ]; do echo $((i+=1)); sleep 0.05; done; echo end; exit 9");
            await Eventually.IsTrueAsync(() => File.Exists(Path.Combine(_root, "starts")));
            runtime.Kill();
        }

        using (var runtime = await RuntimeProcess.StartAsync(DataPath))
        {
            Assert.Equal("InProgress", (await InvocationAsync(runtime, command, instance)).Text("Status"));
            runtime.Kill(); // and once more, while it is watched from outside
        }

        await File.WriteAllTextAsync(Path.Combine(_root, "go"), "");
        using (var runtime = await RuntimeProcess.StartAsync(DataPath))
        {
            var invocation = await Eventually.GetAsync(() => InvocationAsync(runtime, command, instance), one => one.Text("Status") != "InProgress");

            Assert.Equal(("Failed", "9"), (invocation.Text("Status"), invocation["ResponseCode"]!.ToString()));
            Assert.Equal("x\n", await File.ReadAllTextAsync(Path.Combine(_root, "starts")));
            var page = await runtime.CallAsync("logs", "GetLogEvents", ("logGroupName", "jobs"), ("logStreamName", $"{command}/{instance}/aws-runShellScript/stdout"), ("startFromHead", true));
            var lines = string.Join('\n', ((JsonArray)page["events"]!).Cast<JsonObject>().Select(entry => entry.Text("message"))).Split('\n');
            Assert.Equal([.. Enumerable.Range(1, lines.Length - 1).Select(i => i.ToString()), "end"], lines);
        }
    }

    [UnixFact]
    public async Task Command_RunsOnce_WhenTheRuntimeIsKilledRightAfterItIsSent()
    {
        for (var round = 0; round < 5; round++)
        {
            var starts = Path.Combine(_root, $"starts{round}");
            string command, instance;
            using (var runtime = await RuntimeProcess.StartAsync(DataPath))
            {
                instance = await RunWorkerAsync(runtime);
                command = await SendAsync(runtime, instance, $"echo x >>{starts}; echo done");
                await Task.Delay(TimeSpan.FromMilliseconds(round * 4), TimeProvider.System); // a later moment each time
                runtime.Kill();
            }

            using (var runtime = await RuntimeProcess.StartAsync(DataPath))
            {
                var invocation = await Eventually.GetAsync(() => InvocationAsync(runtime, command, instance), one => one.Text("Status") is not ("Pending" or "InProgress"));

                Assert.Equal(("Success", "done\n"), (invocation.Text("Status"), invocation.Text("StandardOutputContent")));
                Assert.Equal("x\n", await File.ReadAllTextAsync(starts));
            }
        }
    }

    [UnixFact]
    public async Task EndTime_IsThatOfTheProcess_WhenItEndedWithoutTheRuntime()
    {
        string command, instance;
        using (var runtime = await RuntimeProcess.StartAsync(DataPath))
        {
            instance = await RunWorkerAsync(runtime);
            command = await SendAsync(runtime, instance, $"echo >{_root}/started; while [ ! -e {_root}/go ]; do sleep 0.01; done");
            await Eventually.IsTrueAsync(() => File.Exists(Path.Combine(_root, "started")));
            runtime.Kill();
        }

        await File.WriteAllTextAsync(Path.Combine(_root, "go"), "");
        var exit = Path.Combine(DataPath, "commands", command, instance, "exit");
        await Eventually.IsTrueAsync(() => File.Exists(exit));
        var ended = File.GetLastWriteTimeUtc(exit);
        using (var runtime = await RuntimeProcess.StartAsync(DataPath))
        {
            var invocation = await Eventually.GetAsync(() => InvocationAsync(runtime, command, instance), one => one.Text("Status") == "Success");
            Assert.Equal(ended.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"), invocation.Text("ExecutionEndDateTime"));
        }
    }

    [UnixFact]
    public async Task Cancel_Holds_WhenTheRuntimeIsKilledRightAfterIt()
    {
        string command, instance;
        using (var runtime = await RuntimeProcess.StartAsync(DataPath))
        {
            instance = await RunWorkerAsync(runtime);
            command = await SendAsync(runtime, instance, "sleep 600");
            await Eventually.GetAsync(() => InvocationAsync(runtime, command, instance), one => one.Text("Status") == "InProgress");
            await runtime.CallAsync("ssm", "CancelCommand", ("CommandId", command));
            runtime.Kill();
        }

        using (var runtime = await RuntimeProcess.StartAsync(DataPath))
        {
            await Eventually.GetAsync(() => InvocationAsync(runtime, command, instance), one => one.Text("Status") == "Cancelled");
        }
    }

    [UnixFact]
    public async Task EmptyFolder_IsCleared_WhenTheRuntimeWasKilledWhileItClearedACommandsFolder()
    {
        var left = Path.Combine(DataPath, "commands", Guid.NewGuid().ToString());
        Directory.CreateDirectory(left);

        await using (await TestRuntime.StartAsync(dataPath: DataPath))
        {
            Assert.False(Directory.Exists(left));
        }
    }

    public void Dispose() => ScratchFolder.Delete(_root);

    private static async Task<string> RunWorkerAsync(RuntimeProcess runtime)
    {
        var answer = await runtime.CallAsync("ec2", "RunInstances", ("MinCount", 1), ("MaxCount", 1));
        return ((JsonObject)((JsonArray)answer["Instances"]!)[0]).Text("InstanceId");
    }

    private static async Task<string> SendAsync(RuntimeProcess runtime, string instance, string script)
    {
        var answer = await runtime.Client.CallAsync("ssm", "SendCommand", CommandTestExtensions.Json(
            $$"""{"DocumentName":"AWS-RunShellScript","InstanceIds":["{{instance}}"],"Parameters":{"commands":[{{new JsonString(script)}}] },{{Logged}}}"""));
        return ((JsonObject)answer["Command"]!).Text("CommandId");
    }

    private static Task<JsonObject> InvocationAsync(RuntimeProcess runtime, string command, string instance) =>
        runtime.CallAsync("ssm", "GetCommandInvocation", ("CommandId", command), ("InstanceId", instance));
}
