using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Automation;

/// <summary>The order of steps, their ends, and the end of the automation; no processes, a clock held by the test.</summary>
public sealed class FlowTests
{
    private const string Sleep = "schemaVersion: '0.3'\nmainSteps:\n  - {name: sleep, action: aws:sleep, inputs: {Duration: PT1H}}\n  - {name: after, action: aws:executeAwsApi, inputs: {Service: sts, Api: GetCallerIdentity}}\n";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("", "bad:Failed", "Failed", "the default is Abort")]
    [InlineData("onFailure: Abort, isCritical: false", "bad:Failed", "Failed", "who aborts has failed")]
    [InlineData("onFailure: Continue", "bad:Failed next:Success last:Success", "Success", "under Continue a step is not critical")]
    [InlineData("onFailure: Continue, isCritical: true", "bad:Failed next:Success last:Success", "Failed", "unless it says so")]
    [InlineData("onFailure: Continue, isEnd: true", "bad:Failed", "Success", "isEnd counts after a failure too")]
    [InlineData("onFailure: 'step:last'", "bad:Failed last:Success", "Failed", "a jump does not heal")]
    [InlineData("onFailure: 'step:last', isCritical: false", "bad:Failed last:Success", "Success", "unless the step is not critical")]
    [InlineData("onFailure: Continue, nextStep: last", "bad:Failed last:Success", "Success", "Continue goes where success would go")]
    public async Task FailedStep_LeadsOn_AsItsOnFailureSays(string settings, string path, string status, string because)
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);

        var automation = await runtime.RunAsync($$$"""
            schemaVersion: '0.3'
            mainSteps:
              - {name: bad, action: aws:executeAwsApi, inputs: {Service: logs, Api: DeleteLogGroup, logGroupName: /nowhere}{{{(settings.Length == 0 ? "" : ", " + settings)}}}}
              - {name: next, action: aws:executeAwsApi, inputs: {Service: sts, Api: get_caller_identity}}
              - {name: last, action: aws:executeAwsApi, inputs: {Service: sts, Api: getCallerIdentity}}
            """);

        Assert.True((path, status) == (automation.Path(), automation.Status()), $"{because}: {automation.Path()} {automation.Status()}");
        Assert.StartsWith(
            "Step fails when it is Execute/Cancelling action. An error occurred (ResourceNotFoundException) when calling the DeleteLogGroup operation: ",
            automation.Step("bad").Text("FailureMessage"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sleep_EndsWithItsTime_AndNotBefore()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        await runtime.CreateAsync("Sleep", Sleep);
        var id = await runtime.StartAsync("Sleep");

        var asleep = await runtime.GetAutomationAsync(id);
        _clock.Advance(TimeSpan.FromHours(1));
        var automation = await runtime.EndAsync(id);

        Assert.Equal(("InProgress", "sleep", "aws:sleep", "sleep:InProgress"), (asleep.Status(), asleep.Text("CurrentStepName"), asleep.Text("CurrentAction"), asleep.Path()));
        Assert.Equal(("Success", "sleep:Success after:Success"), (automation.Status(), automation.Path()));
        Assert.Equal(_clock.GetUtcNow(), automation.Instant("ExecutionEndTime"));
    }

    [Fact]
    public async Task Sleep_IsNotProlonged_WhenTheRuntimeRestarts()
    {
        var folder = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;
        string id;
        await using (var runtime = await TestRuntime.StartAsync(_clock, folder))
        {
            await runtime.CreateAsync("Sleep", Sleep);
            id = await runtime.StartAsync("Sleep");
        }

        _clock.Advance(TimeSpan.FromHours(2));
        await using (var runtime = await TestRuntime.StartAsync(_clock, folder))
        {
            Assert.Equal("sleep:Success after:Success", (await runtime.EndAsync(id)).Path());
        }

        ScratchFolder.Delete(folder);
    }

    [Fact]
    public async Task Step_TimesOut_AndSoDoesTheAutomation()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        await runtime.CreateAsync("Slow", Sleep.Replace("action: aws:sleep,", "action: aws:sleep, timeoutSeconds: 60,", StringComparison.Ordinal));
        var id = await runtime.StartAsync("Slow");

        _clock.Advance(TimeSpan.FromMinutes(1));
        var automation = await runtime.EndAsync(id);

        Assert.Equal(("TimedOut", "sleep:TimedOut"), (automation.Status(), automation.Path()));
        Assert.StartsWith("Step timed out while step is ", automation.Text("FailureMessage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancel_InterruptsTheStep_AndRunsItsOnCancel()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        await runtime.CreateAsync("Cancelled", """
            schemaVersion: '0.3'
            mainSteps:
              - name: wait
                action: aws:waitForAwsResourceProperty
                onCancel: step:cleanUp
                inputs: {Service: sts, Api: GetCallerIdentity, PropertySelector: $.Account, DesiredValues: ['1']}
              - {name: never, action: aws:executeAwsApi, isEnd: true, inputs: {Service: sts, Api: GetCallerIdentity}}
              - {name: cleanUp, action: aws:executeAwsApi, inputs: {Service: logs, Api: CreateLogGroup, logGroupName: /cleaned/up}}
            """);
        var id = await runtime.StartAsync("Cancelled");

        await runtime.CallAsync("ssm", "StopAutomationExecution", ("AutomationExecutionId", id));
        var automation = await runtime.EndAsync(id);
        var again = await Assert.ThrowsAsync<AwsErrorException>(() => runtime.CallAsync("ssm", "StopAutomationExecution", ("AutomationExecutionId", id)));

        Assert.Equal(("Cancelled", "wait:Cancelled cleanUp:Success"), (automation.Status(), automation.Path()));
        Assert.Single((await runtime.CallAsync("logs", "DescribeLogGroups")).Objects("logGroups"));
        Assert.Equal("InvalidAutomationStatusUpdateException", again.Code);
    }

    [Fact]
    public async Task Cancel_EndsTheAutomation_WhenTheStepHasNoOnCancel()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        await runtime.CreateAsync("Sleep", Sleep);
        var id = await runtime.StartAsync("Sleep");

        await runtime.CallAsync("ssm", "StopAutomationExecution", ("AutomationExecutionId", id), ("Type", "Cancel"));

        var automation = await runtime.EndAsync(id);
        Assert.Equal(("Cancelled", "sleep:Cancelled"), (automation.Status(), automation.Path()));
    }

    [Fact]
    public async Task Complete_LetsTheStepEnd_AndRunsNoFurtherOne()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        await runtime.CreateAsync("Sleep", Sleep);
        var id = await runtime.StartAsync("Sleep");

        await runtime.CallAsync("ssm", "StopAutomationExecution", ("AutomationExecutionId", id), ("Type", "Complete"));
        _clock.Advance(TimeSpan.FromHours(1));
        var automation = await runtime.EndAsync(id);

        Assert.Equal(("Success", "sleep:Success"), (automation.Status(), automation.Path()));
    }

    [Fact]
    public async Task HundredRun_AndTheNextWaitsForAPlace()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        await runtime.CreateAsync("Sleep", Sleep);
        var ids = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => runtime.StartAsync("Sleep")));
        var late = await runtime.StartAsync("Sleep");

        var waiting = await runtime.GetAutomationAsync(late);
        await runtime.CallAsync("ssm", "StopAutomationExecution", ("AutomationExecutionId", ids[0]));
        var begun = await Eventually.GetAsync(() => runtime.GetAutomationAsync(late), automation => automation.Status() != "Pending");

        Assert.Equal(("Pending", ""), (waiting.Status(), waiting.Path()));
        Assert.Equal(("InProgress", "sleep:InProgress"), (begun.Status(), begun.Path()));
    }

    [Fact]
    public async Task Start_IsTheSame_WhenItsClientTokenIs()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        await runtime.CreateAsync("Sleep", Sleep);
        await runtime.CreateAsync("Other", Sleep);
        var token = Guid.NewGuid().ToString();
        Task<JsonObject> StartAsync(string document) => runtime.CallAsync("ssm", "StartAutomationExecution", ("DocumentName", document), ("ClientToken", token));

        var first = await StartAsync("Sleep");
        var second = await StartAsync("Sleep");
        var other = await Assert.ThrowsAsync<AwsErrorException>(() => StartAsync("Other"));

        Assert.Equal(first, second);
        Assert.Equal("IdempotentParameterMismatch", other.Code);
    }

    [Fact]
    public async Task Describe_FiltersAndPages_NewestFirst()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        await runtime.CreateAsync("Sleep-A", Sleep);
        await runtime.CreateAsync("Sleep-B", Sleep);
        string[] ids = [await runtime.StartAsync("Sleep-A"), await runtime.StartAsync("Sleep-B"), await runtime.StartAsync("Sleep-A")];
        async Task<string> DescribeAsync(string filters) => string.Join(' ', (await runtime.CallAsync("ssm", "DescribeAutomationExecutions", ("Filters", JsonValue.Parse(filters))))
            .Objects("AutomationExecutionMetadataList").Select(automation => Array.IndexOf(ids, automation.Text("AutomationExecutionId"))));

        var page = await runtime.CallAsync("ssm", "DescribeAutomationExecutions", ("MaxResults", 2));
        var rest = await runtime.CallAsync("ssm", "DescribeAutomationExecutions", ("MaxResults", 2), ("NextToken", page["NextToken"]));

        Assert.Equal([ids[2], ids[1]], page.Objects("AutomationExecutionMetadataList").Select(automation => automation.Text("AutomationExecutionId")));
        Assert.Equal([ids[0]], rest.Objects("AutomationExecutionMetadataList").Select(automation => automation.Text("AutomationExecutionId")));
        Assert.Equal("2 0", await DescribeAsync("""[{"Key":"DocumentNamePrefix","Values":["Sleep-A"]}]"""));
        Assert.Equal("1", await DescribeAsync($$"""[{"Key":"ExecutionId","Values":["{{ids[1]}}"]}]"""));
        Assert.Equal("2 1 0", await DescribeAsync("""[{"Key":"ExecutionStatus","Values":["Success","InProgress"]},{"Key":"StartTimeAfter","Values":["2026-11-24T09:00:00Z"]}]"""));
        Assert.Equal("", await DescribeAsync("""[{"Key":"ExecutionStatus","Values":["Success"]}]"""));
        var steps = await runtime.CallAsync("ssm", "DescribeAutomationStepExecutions", ("AutomationExecutionId", ids[0]), ("ReverseOrder", true), ("MaxResults", 1));
        Assert.Equal("after", steps.Objects("StepExecutions").Single().Text("StepName"));
        Assert.NotNull(steps["NextToken"]);
    }

    [Fact]
    public async Task StatusChanges_AreEvents()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        await runtime.CallAsync("logs", "CreateLogGroup", ("logGroupName", "/events"));
        await runtime.CallAsync("events", "PutRule", ("Name", "all"), ("EventPattern", """{"source":["aws.ssm"]}"""));
        await runtime.CallAsync("events", "PutTargets", ("Rule", "all"), ("Targets", JsonValue.Parse("""[{"Id":"1","Arn":"arn:aws:logs:us-east-1:000000000000:log-group:/events"}]""")));

        var automation = await runtime.RunAsync("schemaVersion: '0.3'\nmainSteps: [{name: only, action: aws:executeAwsApi, inputs: {Service: sts, Api: GetCallerIdentity}}]\n");
        var events = await Eventually.GetAsync(
            async () => (await runtime.CallAsync("logs", "FilterLogEvents", ("logGroupName", "/events"))).Objects("events").Select(entry => (JsonObject)JsonValue.Parse(entry.Text("message")!)).ToArray(),
            all => all.Length >= 4);

        Assert.Equal(
            ["EC2 Automation Execution Status-change Notification InProgress", "EC2 Automation Execution Status-change Notification Success",
                "EC2 Automation Step Status-change Notification InProgress", "EC2 Automation Step Status-change Notification Success"],
            events.Select(entry => $"{entry.Text("detail-type")} {entry.Object("detail")!.Text("Status")}").Order(StringComparer.Ordinal));
        Assert.All(events, entry => Assert.Equal(automation.Text("AutomationExecutionId"), entry.Object("detail")!.Text("ExecutionId")));
        Assert.Equal($"arn:aws:ssm:us-east-1:000000000000:automation-execution/{automation.Text("AutomationExecutionId")}", events[0].Texts("resources")[0]);
    }

    [Theory]
    [InlineData("""{}""", "Missing required parameter: Must in user inputs.", "a required one is missing")]
    [InlineData("""{"Must":["a"],"Other":["b"]}""", "Parameter: Other", "an undeclared one")]
    [InlineData("""{"Must":["a","b"]}""", "not of type String", "two values for one")]
    [InlineData("""{"Must":["a"],"Count":["x"]}""", "not of type Integer", "a word for a number")]
    [InlineData("""{"Must":["a"],"Map":["[]"]}""", "not of type StringMap", "a list for a map")]
    [InlineData("""{"Must":["a"],"Choice":["z"]}""", "allowed values", "none of the allowed values")]
    [InlineData("""{"Must":["A"]}""", "allowed pattern", "a value beside the pattern")]
    public async Task Start_IsRefused_WhenParametersDoNotFit(string parameters, string part, string because)
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        await runtime.CreateAsync("Strict", """
            schemaVersion: '0.3'
            parameters:
              Must: {type: String, allowedPattern: '[a-z]*'}
              Count: {type: Integer, default: 1}
              Map: {type: StringMap, default: {}}
              Choice: {type: String, default: x, allowedValues: [x, y]}
            mainSteps: [{name: a, action: aws:sleep, inputs: {Duration: PT1S}}]
            """);

        var error = await Assert.ThrowsAsync<AwsErrorException>(
            () => runtime.CallAsync("ssm", "StartAutomationExecution", ("DocumentName", "Strict"), ("Parameters", JsonValue.Parse(parameters))));

        Assert.True(error.Code == "InvalidAutomationExecutionParametersException" && error.ServiceMessage!.Contains(part, StringComparison.Ordinal), $"{because}: {error.Message}");
    }

    [Fact]
    public async Task Default_IsReadFromParameterStore_AtEachStart()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        await runtime.CreateAsync("Stored", """
            schemaVersion: '0.3'
            parameters: {From: {type: String, default: '{{ssm:/from/store}}'}}
            mainSteps: [{name: only, action: aws:executeAwsApi, inputs: {Service: logs, Api: CreateLogGroup, logGroupName: '/{{ From }}'}}]
            """);

        var missing = await Assert.ThrowsAsync<AwsErrorException>(() => runtime.StartAsync("Stored"));
        await runtime.CallAsync("ssm", "PutParameter", ("Name", "/from/store"), ("Type", "String"), ("Value", "kept"));
        var automation = await runtime.EndAsync(await runtime.StartAsync("Stored"));

        Assert.Equal("InvalidAutomationExecutionParametersException", missing.Code);
        Assert.Equal("Success", automation.Status());
        Assert.Equal("/kept", (await runtime.CallAsync("logs", "DescribeLogGroups")).Objects("logGroups")[0].Text("logGroupName"));
    }

    [Theory]
    [InlineData("Nowhere", "AutomationDefinitionNotFoundException")]
    [InlineData("AWS-RunShellScript", "AutomationDefinitionNotFoundException")]
    [InlineData("Sleep:9", "AutomationDefinitionVersionNotFoundException")]
    public async Task Start_IsRefused_WhenThereIsNoSuchAutomation(string document, string code)
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        await runtime.CreateAsync("Sleep", Sleep);

        Assert.Equal(code, (await Assert.ThrowsAsync<AwsErrorException>(() => runtime.StartAsync(document))).Code);
    }

    [Theory]
    [InlineData("10000000")] // no timer of .NET is as long
    [InlineData("1000000000000000")] // no date is as late
    public async Task Step_Succeeds_HoweverLongItMayTake(string timeout)
    {
        await using var runtime = await TestRuntime.StartAsync();

        var automation = await runtime.RunAsync($$"""
            schemaVersion: '0.3'
            mainSteps:
            - {name: only, action: 'aws:sleep', timeoutSeconds: {{timeout}}, inputs: {Duration: PT0.01S} }
            """);

        Assert.Equal("Success", automation.Status());
    }
}
