using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Automation;

public sealed class AutomationTests
{
    [PythonFact]
    public async Task Script_SeesParametersWithTheirTypes_AndGivesOutputsOfTheirs()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var automation = await runtime.RunAsync(
            AutomationCalls.Case("echo.yaml"),
            ("Text", ["it's \"here\""]), ("List", ["one", "two"]), ("Number", ["42"]), ("Flag", ["true"]), ("Map", ["""{"role":"worker"}"""]), ("Maps", ["""{"a":1}""", """{"b":"2"}"""]));

        Assert.Equal("Success", automation.Status());
        Assert.Equal(
            """{"text":"str","list":"list","number":"int","flag":"bool","map":"dict","maps":"list","inside":"str"}""", automation.Output("echo.types"));
        Assert.Equal("one|two", automation.Output("echo.list"));
        Assert.Equal("42", automation.Output("echo.number"));
        Assert.Equal("""a it's "here" b ["one","two"] c {"role":"worker"} d 42 true in us-east-1""", automation.Output("echo.inside"));
        Assert.Equal("No output available yet because the step is not successfully executed", automation.Output("echo.missing"));
        Assert.Equal($"echoed {automation.Text("AutomationExecutionId")}\n", automation.Step("echo").Output("ExecutionLog"));
        Assert.Equal("\"python3.11\"", automation.Step("echo").Object("Inputs")!.Text("Runtime"));
    }

    [PythonFact]
    public async Task Defaults_AreTyped_WhenNothingIsGiven()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var automation = await runtime.RunAsync(AutomationCalls.Case("echo.yaml"));

        Assert.Equal(
            """{"text":"str","list":"list","number":"int","flag":"bool","map":"dict","maps":"list","inside":"str"}""", automation.Output("echo.types"));
        Assert.Equal("7", ((JsonString)automation.Object("Parameters")!.List("Number")![0]).Value);
    }

    [PythonFact]
    public async Task Branch_TakesTheFirstChoiceThatHolds_AndTheCallIsMade()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var accepted = await runtime.RunAsync(AutomationCalls.Case("branch-and-api.yaml"), ("Answer", ["yes"]));
        var refused = await runtime.RunAsync(AutomationCalls.Case("branch-and-api.yaml"), ("Answer", ["no"]));

        Assert.Equal("decide:Success choose:Success accepted:Success", accepted.Path());
        Assert.Equal("decide:Success choose:Success refused:Success", refused.Path());
        var groups = await runtime.CallAsync("logs", "DescribeLogGroups");
        Assert.Equal(
            [$"/accepted/{accepted.Text("AutomationExecutionId")}", $"/refused/{refused.Text("AutomationExecutionId")}"],
            groups.Objects("logGroups").Select(group => group.Text("logGroupName")));
    }

    [PythonFact]
    public async Task FailedScript_JumpsToItsStep_AndTheAutomationStaysFailed()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var automation = await runtime.RunAsync(AutomationCalls.Case("branch-and-api.yaml"), ("Answer", ["fail"]));

        Assert.Equal("decide:Failed failed:Success", automation.Path());
        Assert.Equal("Failed", automation.Status());
        Assert.Equal("000000000000", automation.Output("failed.account"));
        Assert.Matches(
            """^Step fails when it is Poll action status for completion\. Traceback \(most recent call last\):\n  File ".*/customer_script\.py", line 3, in decide\n    return events\['nowhere'\]\n\nKeyError - 'nowhere'\. Please refer to Automation Service Troubleshooting Guide for more diagnosis details\.$""",
            automation.Step("decide").Text("FailureMessage"));
        Assert.Equal(automation.Step("decide").Text("FailureMessage"), automation.Text("FailureMessage"));
    }

    [PythonFact]
    public async Task OldRuntime_Runs_WithAWarning()
    {
        await using var runtime = await TestRuntime.StartAsync();
        const string Document = """
            schemaVersion: '0.3'
            mainSteps:
              - name: old
                action: aws:executeScript
                inputs:
                  Runtime: python3.7
                  Handler: f
                  Script: |-
                    def f(events, context):
                      return 'i-0123'
                outputs: [{ Name: id, Selector: $.Payload, Type: String }]
            outputs: ['{{ old.id }}']
            """;

        var created = await runtime.CreateAsync("Old", Document);
        var automation = await runtime.EndAsync(await runtime.StartAsync("Old"));

        Assert.Contains("AWS has refused the runtime python3.7", created.Object("DocumentDescription")!.Text("StatusInformation"), StringComparison.Ordinal);
        Assert.StartsWith("WARNING: AWS has refused the runtime python3.7", automation.Step("old").Output("ExecutionLog"), StringComparison.Ordinal);
        Assert.Equal(("Success", "i-0123"), (automation.Status(), automation.Output("old.id")));
    }

    [PythonFact]
    public async Task Script_CallsTheRuntime_ThroughTheStandInForBoto3()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var automation = await runtime.RunAsync(AutomationCalls.Case("stand-in.yaml"));

        Assert.True(automation.Status() == "Success", automation.Text("FailureMessage"));
        Assert.Equal("""{"version":"0-jobmgmt-standin","account":"000000000000","pages":[2,1],"refused":"InvalidDocument","caught":true}""", automation.Output("call.result"));
    }
}
