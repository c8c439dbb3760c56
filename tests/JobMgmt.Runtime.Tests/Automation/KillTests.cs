using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Automation;

/// <summary>The runtime is killed again and again while automations run: they end all the same, and nothing is done twice.</summary>
public sealed class KillTests
{
    private const int Automations = 6;

    private const string Document = """
        schemaVersion: '0.3'
        parameters:
          Instance: {type: String}
          Marks: {type: String}
        mainSteps:
          - name: script
            action: aws:executeScript
            inputs:
              Runtime: python3.11
              Handler: f
              Script: |-
                import time
                def f(events, context):
                    with open(events['marks'], 'a') as file:
                        file.write('script ' + context['automation:EXECUTION_ID'] + '\n')
                    time.sleep(0.5)
              InputPayload: {marks: '{{ Marks }}'}
          - name: command
            action: aws:runCommand
            inputs:
              DocumentName: AWS-RunShellScript
              InstanceIds: ['{{ Instance }}']
              Parameters: {commands: ["echo 'command {{ automation:EXECUTION_ID }}' >> {{ Marks }}", sleep 0.5]}
          - {name: call, action: aws:executeAwsApi, inputs: {Service: logs, Api: CreateLogGroup, logGroupName: '/{{ automation:EXECUTION_ID }}'}}
        """;

    [PythonFact]
    public async Task Automations_EndAndDoEverythingOnce_HoweverOftenTheRuntimeIsKilled()
    {
        var folder = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;
        var marks = System.IO.Path.Combine(folder, "marks");
        var runtime = await RuntimeProcess.StartAsync(folder);
        try
        {
            await runtime.CallAsync("ssm", "CreateDocument", ("Name", "Kill"), ("Content", Document), ("DocumentType", "Automation"), ("DocumentFormat", "YAML"));
            var worker = (await runtime.CallAsync("ec2", "RunInstances", ("ImageId", "ami-local"), ("MinCount", 1), ("MaxCount", 1))).Objects("Instances")[0].Text("InstanceId")!;
            var parameters = JsonObject.Of(("Instance", new JsonArray([worker])), ("Marks", new JsonArray([marks])));
            var ids = new List<string>();
            for (var i = 0; i < Automations; i++)
            {
                ids.Add((await runtime.CallAsync("ssm", "StartAutomationExecution", ("DocumentName", "Kill"), ("Parameters", parameters))).Text("AutomationExecutionId")!);
            }

            var random = new Random(20261124);
            for (var kill = 0; kill < 5; kill++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 500)), TimeProvider.System); // where it stands when it is killed is left to chance
                runtime.Dispose();
                runtime = await RuntimeProcess.StartAsync(folder);
            }

            foreach (var id in ids)
            {
                var automation = await Eventually.GetAsync(
                    async () => (await runtime.CallAsync("ssm", "GetAutomationExecution", ("AutomationExecutionId", id))).Object("AutomationExecution")!,
                    answer => answer.Contains("ExecutionEndTime"));
                Assert.True(automation.Status() == "Success", automation.Text("FailureMessage"));
            }

            var expected = ids.SelectMany(id => new[] { $"command {id}", $"script {id}" }).Order(StringComparer.Ordinal);
            Assert.Equal(expected, (await File.ReadAllLinesAsync(marks)).Order(StringComparer.Ordinal));
        }
        finally
        {
            runtime.Dispose();
        }

        ScratchFolder.Delete(folder);
    }
}
