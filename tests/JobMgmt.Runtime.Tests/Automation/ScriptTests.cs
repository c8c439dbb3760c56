using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Testing;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Automation;

/// <summary>Scripts as processes: restarts, ends, attempts.</summary>
public sealed class ScriptTests : IDisposable
{
    private readonly string _scratch = Directory.CreateTempSubdirectory("jobmgmt-scratch-").FullName;

    private string Marks => Path.Combine(_scratch, "marks");

    private string Go => Path.Combine(_scratch, "go");

    public void Dispose() => ScratchFolder.Delete(_scratch);

    [PythonFact]
    public async Task Script_RunsOnce_WhenTheRuntimeRestartsMeanwhile()
    {
        var folder = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;
        string id;
        await using (var runtime = await TestRuntime.StartAsync(dataPath: folder))
        {
            await runtime.CreateAsync("Waits", Waiting(""));
            id = await runtime.StartAsync("Waits");
            await Eventually.IsTrueAsync(() => File.Exists(Marks));
        }

        await using (var runtime = await TestRuntime.StartAsync(dataPath: folder))
        {
            Assert.Equal("InProgress", (await runtime.GetAutomationAsync(id)).Status());
            await File.WriteAllTextAsync(Go, "");
            var automation = await runtime.EndAsync(id);

            Assert.Equal(("Success", "done"), (automation.Status(), automation.Output("script.result")));
            Assert.Single(await File.ReadAllLinesAsync(Marks));
        }

        ScratchFolder.Delete(folder);
    }

    [PythonFact]
    public async Task Script_IsKilled_WhenTheAutomationIsStopped()
    {
        await using var runtime = await TestRuntime.StartAsync();
        await runtime.CreateAsync("Waits", Waiting(""));
        var id = await runtime.StartAsync("Waits");
        await Eventually.IsTrueAsync(() => File.Exists(Marks) && new FileInfo(Marks).Length > 1);
        var process = (await File.ReadAllTextAsync(Marks)).Trim();

        await runtime.CallAsync("ssm", "StopAutomationExecution", ("AutomationExecutionId", id));
        var automation = await runtime.EndAsync(id);

        Assert.Equal(("Cancelled", "script:Cancelled"), (automation.Status(), automation.Path()));
        await Eventually.IsTrueAsync(() => !IsRunning(process));
    }

    [PythonFact]
    public async Task Script_IsKilled_WhenItsTimeIsOver()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await using var runtime = await TestRuntime.StartAsync(clock);
        await runtime.CreateAsync("Waits", Waiting("timeoutSeconds: 300"));
        var id = await runtime.StartAsync("Waits");
        await Eventually.IsTrueAsync(() => File.Exists(Marks) && new FileInfo(Marks).Length > 1);
        var process = (await File.ReadAllTextAsync(Marks)).Trim();

        clock.Advance(TimeSpan.FromSeconds(300));
        var automation = await runtime.EndAsync(id);

        Assert.Equal(("TimedOut", "script:TimedOut"), (automation.Status(), automation.Path()));
        await Eventually.IsTrueAsync(() => !IsRunning(process));
    }

    [PythonFact]
    public async Task Step_IsTriedAsOftenAsItSays()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var automation = await runtime.RunAsync($$"""
            schemaVersion: '0.3'
            mainSteps:
              - name: flaky
                action: aws:executeScript
                maxAttempts: 3
                inputs:
                  Runtime: python3.12
                  Handler: f
                  Script: |-
                    def f(events, context):
                        with open(events['marks'], 'a') as file:
                            file.write('x\n')
                        if len(open(events['marks']).readlines()) < 3:
                            raise RuntimeError('not yet')
                  InputPayload: {marks: '{{Marks}}'}
            """);

        Assert.Equal("Success", automation.Status());
        Assert.Equal(3, (await File.ReadAllLinesAsync(Marks)).Length);
    }

    [PythonFact]
    public async Task Script_Fails_WithItsReason()
    {
        await using var runtime = await TestRuntime.StartAsync();

        async Task<string> FailureAsync(string body) => (await runtime.RunAsync($$"""
            schemaVersion: '0.3'
            mainSteps:
              - name: bad
                action: aws:executeScript
                inputs:
                  Runtime: python3.11
                  Handler: f
                  Script: |-
                    {{body}}
            """)).Step("bad").Text("FailureMessage")!;

        Assert.Contains("SyntaxError - ", await FailureAsync("def f(:"), StringComparison.Ordinal);
        Assert.Contains("AttributeError - the script defines no function 'f'", await FailureAsync("x = 1"), StringComparison.Ordinal);
        Assert.Contains("TypeError - Object of type object is not JSON serializable", await FailureAsync("f = lambda events, context: object()"), StringComparison.Ordinal);
        Assert.Contains("ended with exit code 3", await FailureAsync("import os; f = lambda events, context: os._exit(3)"), StringComparison.Ordinal);
        Assert.Contains("SystemExit - 4", await FailureAsync("import sys; f = lambda events, context: sys.exit(4)"), StringComparison.Ordinal);
        Assert.Contains("at most 102400 are allowed", await FailureAsync("f = lambda events, context: 'x' * 200000"), StringComparison.Ordinal);
    }

    private static bool IsRunning(string processId)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(int.Parse(processId));
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private string Waiting(string settings) => $$"""
        schemaVersion: '0.3'
        mainSteps:
          - name: script
            action: aws:executeScript
            {{settings}}
            inputs:
              Runtime: python3.11
              Handler: f
              Script: |-
                import os, time
                def f(events, context):
                    with open(events['marks'], 'a') as file:
                        file.write(str(os.getpid()) + '\n')
                    while not os.path.exists(events['go']):
                        time.sleep(0.02)
                    return 'done'
              InputPayload: {marks: '{{Marks}}', go: '{{Go}}'}
            outputs: [{Name: result, Selector: $.Payload, Type: String}]
        outputs: [script.result]
        """;
}
