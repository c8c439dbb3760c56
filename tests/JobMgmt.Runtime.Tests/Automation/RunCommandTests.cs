using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Automation;

/// <summary>aws:runCommand, with real commands on a worker of this machine.</summary>
public sealed class RunCommandTests
{
    private const string Document = """
        schemaVersion: '0.3'
        parameters:
          Commands: {type: StringList}
          Instance: {type: String}
        mainSteps:
          - name: run
            action: aws:runCommand
            onFailure: Continue
            isCritical: true
            onCancel: step:cancelled
            inputs:
              DocumentName: AWS-RunShellScript
              InstanceIds: ['{{ Instance }}']
              Parameters:
                commands: '{{ Commands }}'
                workingDirectory: /tmp
                executionTimeout: '60'
              TimeoutSeconds: 600
          - name: choose
            action: aws:branch
            inputs:
              Choices: [{Variable: '{{ run.Status }}', StringEquals: Success, NextStep: good}]
              Default: bad
          - {name: good, action: aws:executeAwsApi, isEnd: true, inputs: {Service: ssm, Api: CreateDocument, Name: result, DocumentType: Command, Content: '{"schemaVersion": "2.2", "mainSteps": [], "result": {{ run.OutputPayload }}}'}}
          - {name: bad, action: aws:executeAwsApi, isEnd: true, inputs: {Service: ssm, Api: CreateDocument, Name: result, DocumentType: Command, Content: '{"schemaVersion": "2.2", "mainSteps": [], "result": {{ run.OutputPayload }}}'}}
          - {name: cancelled, action: aws:executeAwsApi, isEnd: true, inputs: {Service: sts, Api: GetCallerIdentity}}
        outputs: [run.OutputPayload]
        """;

    [UnixFact]
    public async Task Command_Succeeds_AndItsOutputsAreThere()
    {
        await using var runtime = await TestRuntime.StartAsync();
        var worker = await WorkerAsync(runtime);

        var automation = await runtime.RunAsync(Document, ("Commands", ["echo hello", "pwd"]), ("Instance", [worker]));

        var step = automation.Step("run");
        Assert.Equal(("Success", "run:Success choose:Success good:Success"), (automation.Status(), automation.Path()));
        Assert.Equal(("Success", "0", "hello\n/tmp\n"), (step.Output("Status"), step.Output("ResponseCode"), step.Output("Output")));
        var payload = $$"""{"Status":"Success","ResponseCode":0,"Output":"hello\n/tmp\n","CommandId":"{{step.Output("CommandId")}}"}""";
        Assert.Equal(payload, automation.Output("run.OutputPayload"));
        Assert.Equal(payload, (await ResultAsync(runtime)).ToString());
    }

    [UnixFact]
    public async Task Command_Fails_AndItsOutputsAreThereAllTheSame()
    {
        await using var runtime = await TestRuntime.StartAsync();
        var worker = await WorkerAsync(runtime);

        var automation = await runtime.RunAsync(Document, ("Commands", ["echo oops", "exit 3"]), ("Instance", [worker]));

        var step = automation.Step("run");
        Assert.Equal(("Failed", "run:Failed choose:Success bad:Success"), (automation.Status(), automation.Path()));
        Assert.Equal(("Failed", "3"), (step.Output("Status"), step.Output("ResponseCode")));
        Assert.StartsWith("oops", step.Output("Output"), StringComparison.Ordinal);
        Assert.StartsWith(
            $"Step fails when it is verifying the command has completed. Command {step.Output("CommandId")} returns unexpected invocation result: \n{{Status=[Failed], ResponseCode=[3], Output=[oops",
            step.Text("FailureMessage"),
            StringComparison.Ordinal);
        Assert.Equal(step.Output("CommandId"), (await ResultAsync(runtime)).Text("CommandId"));
    }

    [UnixFact]
    public async Task Step_Fails_WhenTheCommandIsRefused()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var automation = await runtime.RunAsync(Document, ("Commands", ["true"]), ("Instance", ["i-0123456789abcdef0"]));

        // what stands for the missing payload is no JSON: the document's defect, as it shows on AWS
        Assert.Equal(("Failed", "run:Failed choose:Success bad:Failed"), (automation.Status(), automation.Path()));
        Assert.Contains("An error occurred (InvalidInstanceId) when calling the SendCommand operation", automation.Text("FailureMessage"), StringComparison.Ordinal);
        Assert.Equal("No output available yet because the step is not successfully executed", automation.Output("run.OutputPayload"));
    }

    [UnixFact]
    public async Task Stop_CancelsTheCommand()
    {
        await using var runtime = await TestRuntime.StartAsync();
        var worker = await WorkerAsync(runtime);
        await runtime.CreateAsync("Long", Document);
        var id = await runtime.StartAsync("Long", ("Commands", ["sleep 600"]), ("Instance", [worker]));
        var command = await Eventually.GetAsync(
            async () => (await runtime.CallAsync("ssm", "ListCommands")).Objects("Commands").AsEnumerable().FirstOrDefault(), command => command?.Text("Status") == "InProgress");

        await runtime.CallAsync("ssm", "StopAutomationExecution", ("AutomationExecutionId", id));
        var automation = await runtime.EndAsync(id);

        Assert.Equal(("Cancelled", "run:Cancelled cancelled:Success"), (automation.Status(), automation.Path()));
        Assert.Equal(command!.Text("CommandId"), automation.Step("run").Output("CommandId"));
        await Eventually.GetAsync(
            async () => (await runtime.CallAsync("ssm", "ListCommands")).Objects("Commands").Single().Text("Status"), status => status == "Cancelled");
    }

    [UnixFact]
    public async Task Command_IsSentOnce_WhenTheRuntimeRestartsMeanwhile()
    {
        var folder = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;
        var go = System.IO.Path.Combine(folder, "go");
        string id;
        await using (var runtime = await TestRuntime.StartAsync(dataPath: folder))
        {
            var worker = await WorkerAsync(runtime);
            await runtime.CreateAsync("Long", Document);
            id = await runtime.StartAsync("Long", ("Commands", [$"while [ ! -e {go} ]; do sleep 0.02; done; echo done"]), ("Instance", [worker]));
            await Eventually.GetAsync(
                async () => (await runtime.CallAsync("ssm", "ListCommands")).Objects("Commands").AsEnumerable().FirstOrDefault()?.Text("Status"), status => status == "InProgress");
        }

        await using (var runtime = await TestRuntime.StartAsync(dataPath: folder))
        {
            await File.WriteAllTextAsync(go, "");
            var automation = await runtime.EndAsync(id);

            Assert.Equal(("Success", "done\n"), (automation.Status(), automation.Step("run").Output("Output")));
            Assert.Single((await runtime.CallAsync("ssm", "ListCommands")).Objects("Commands"));
        }

        ScratchFolder.Delete(folder);
    }

    /// <summary>What the document made of the command's payload, inside a JSON text of its own.</summary>
    private static async Task<JsonObject> ResultAsync(TestRuntime runtime) =>
        ((JsonObject)JsonValue.Parse((await runtime.CallAsync("ssm", "GetDocument", ("Name", "result"))).Text("Content")!)).Object("result")!;

    private static async Task<string> WorkerAsync(TestRuntime runtime)
    {
        var answer = await runtime.CallAsync("ec2", "RunInstances", ("ImageId", "ami-local"), ("MinCount", 1), ("MaxCount", 1));
        return answer.Objects("Instances")[0].Text("InstanceId")!;
    }
}
