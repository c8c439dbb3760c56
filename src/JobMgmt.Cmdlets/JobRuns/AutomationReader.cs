using System.Globalization;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using JobMgmt.Networks.Runs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobRuns;

/// <summary>Reads from an automation what a callback did not tell: a job that goes on has sent none yet, the article's document sends little.</summary>
internal static class AutomationReader
{
    private const string RunCommand = "aws:runCommand";

    /// <summary>What the automation's steps tell; nothing where SSM has forgotten it.</summary>
    public static async Task<JobResult> ReadAsync(IAmazonSimpleSystemsManagement ssm, string automationExecutionId, CancellationToken cancellationToken)
    {
        try
        {
            GetAutomationExecutionResponse answer = await ssm.GetAutomationExecutionAsync(
                new GetAutomationExecutionRequest { AutomationExecutionId = automationExecutionId }, cancellationToken).ConfigureAwait(false);
            JobResult result = Read(automationExecutionId, answer.AutomationExecution.StepExecutions ?? []);
            return result is { CommandId: null, InstanceId: not null }
                ? result with { CommandId = await FindCommandAsync(ssm, automationExecutionId, result.InstanceId, cancellationToken).ConfigureAwait(false) }
                : result;
        }
        catch (AutomationExecutionNotFoundException)
        {
            return new JobResult { AutomationExecutionId = automationExecutionId };
        }
    }

    /// <summary>Why the automation failed, by its first failed step; null where SSM does not tell.</summary>
    public static async Task<string?> ReadFailureAsync(IAmazonSimpleSystemsManagement ssm, string automationExecutionId, CancellationToken cancellationToken)
    {
        try
        {
            GetAutomationExecutionResponse answer = await ssm.GetAutomationExecutionAsync(
                new GetAutomationExecutionRequest { AutomationExecutionId = automationExecutionId }, cancellationToken).ConfigureAwait(false);
            StepExecution? failed = (answer.AutomationExecution.StepExecutions ?? []).FirstOrDefault(s => !string.IsNullOrEmpty(s.FailureMessage));
            return failed is null ? answer.AutomationExecution.FailureMessage : $"Step '{failed.StepName}': {failed.FailureMessage}";
        }
        catch (AutomationExecutionNotFoundException)
        {
            return null;
        }
    }

    // A step that goes on shows no outputs. The stack's document gives the command the automation's id as its comment.
    private static async Task<string?> FindCommandAsync(IAmazonSimpleSystemsManagement ssm, string id, string instanceId, CancellationToken cancellationToken)
    {
        ListCommandsResponse answer = await ssm.ListCommandsAsync(
            new ListCommandsRequest { InstanceId = instanceId, MaxResults = 50 }, cancellationToken).ConfigureAwait(false);
        return (answer.Commands ?? []).FirstOrDefault(c => c.Comment == id)?.CommandId;
    }

    private static JobResult Read(string id, List<StepExecution> steps)
    {
        StepExecution? command = steps.FirstOrDefault(s => s.Action == RunCommand);
        string? Output(string name) => command?.Outputs is { } outputs && outputs.TryGetValue(name, out List<string>? values) ? values.FirstOrDefault() : null;
        return new JobResult
        {
            AutomationExecutionId = id,
            CommandId = Output("CommandId"),
            InstanceId = First(Input(command, "InstanceIds")) ?? Selected(steps),
            ExitCode = int.TryParse(Output("ResponseCode"), NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? code : null,
            LogGroupName = LogGroup(Input(command, "CloudWatchOutputConfig")),
        };
    }

    private static string? Input(StepExecution? step, string name) => step?.Inputs is { } inputs && inputs.TryGetValue(name, out string? value) ? value : null;

    // Before the command step has resolved inputs of its own, the step that chose the worker knows.
    private static string? Selected(List<StepExecution> steps)
        => steps.Where(s => s.Outputs is not null)
            .SelectMany(s => s.Outputs.Where(o => string.Equals(o.Key, "instanceId", StringComparison.OrdinalIgnoreCase)).Select(o => o.Value?.FirstOrDefault()))
            .FirstOrDefault(v => v?.Contains("i-") == true);

    // Step inputs are shown as JSON text: ["i-0123"].
    private static string? First(string? list)
        => list is null ? null
            : JsonValue.TryParse(list, out JsonValue? value) && value is JsonArray { Count: > 0 } array && array[0] is JsonString text ? text.Value
            : list.Contains("i-") ? list.Trim('[', ']', '"', ' ') : null;

    private static string? LogGroup(string? config)
        => config is not null && JsonValue.TryParse(config, out JsonValue? value) && value is JsonObject obj ? (obj["CloudWatchLogGroupName"] as JsonString)?.Value : null;
}
