using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Automation;

/// <summary>What the tests of Automation ask a runtime for again and again.</summary>
internal static class AutomationCalls
{
    /// <summary>A document of Cases/automation.</summary>
    public static string Case(string name) => File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "Cases", "automation", name));

    public static Task<JsonObject> CreateAsync(this TestRuntime runtime, string name, string content, string format = "YAML") =>
        runtime.CallAsync("ssm", "CreateDocument", ("Name", name), ("Content", content), ("DocumentType", "Automation"), ("DocumentFormat", format));

    /// <summary>Starts an automation; its id.</summary>
    public static async Task<string> StartAsync(this TestRuntime runtime, string document, params (string Name, string[] Values)[] parameters)
    {
        var given = new JsonObject(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonValue)new JsonArray(parameter.Values.Select(value => (JsonValue)value)))));
        var answer = await runtime.CallAsync("ssm", "StartAutomationExecution", ("DocumentName", document), ("Parameters", given.Count == 0 ? null : given));
        return answer.Text("AutomationExecutionId")!;
    }

    public static async Task<JsonObject> GetAutomationAsync(this TestRuntime runtime, string id) =>
        (await runtime.CallAsync("ssm", "GetAutomationExecution", ("AutomationExecutionId", id))).Object("AutomationExecution")!;

    /// <summary>Waits for the automation's end.</summary>
    public static Task<JsonObject> EndAsync(this TestRuntime runtime, string id) =>
        Eventually.GetAsync(() => runtime.GetAutomationAsync(id), automation => automation.Contains("ExecutionEndTime"));

    /// <summary>Creates, starts, waits.</summary>
    public static async Task<JsonObject> RunAsync(this TestRuntime runtime, string content, params (string Name, string[] Values)[] parameters)
    {
        var name = $"Test-{Guid.NewGuid():N}";
        await runtime.CreateAsync(name, content);
        return await runtime.EndAsync(await runtime.StartAsync(name, parameters));
    }

    public static string Status(this JsonObject automation) => automation.Text("AutomationExecutionStatus")!;

    public static JsonObject Step(this JsonObject automation, string name) => automation.Objects("StepExecutions").Single(step => step.Text("StepName") == name);

    public static string StepStatus(this JsonObject automation, string name) => automation.Step(name).Text("StepStatus")!;

    /// <summary>The names of the steps that were reached, with their statuses, in the document's order.</summary>
    public static string Path(this JsonObject automation) =>
        string.Join(' ', automation.Objects("StepExecutions").Where(step => step.Text("StepStatus") != "Pending").Select(step => $"{step.Text("StepName")}:{step.Text("StepStatus")}"));

    /// <summary>An output as the API shows it, its values joined by a bar.</summary>
    public static string? Output(this JsonObject automationOrStep, string name) =>
        automationOrStep.Object("Outputs")![name] is JsonArray values ? string.Join('|', values.Select(value => ((JsonString)value).Value)) : null;
}
