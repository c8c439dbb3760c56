using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Automation.Executions;
using JobMgmt.Runtime.Commands;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Actions;

/// <summary>
/// aws:runCommand: SendCommand, then waits until the command has ended. The command's id is noted in SendCommand's own transaction, so a command is never sent twice.
/// Stopping the automation cancels the command.
/// </summary>
internal sealed class RunCommandAction(ServiceRouter router, CommandWatch watch) : IStepAction
{
    private const string CommandId = "CommandId";

    public string Name => "aws:runCommand";

    public string Phase => "verifying the command has completed";

    public TimeSpan? DefaultTimeout => null;

    public IEnumerable<string> Check(AutomationStep step)
    {
        step.Require("DocumentName");
        if (!step.Inputs.Contains("InstanceIds") && !step.Inputs.Contains("Targets"))
        {
            throw step.Fault("InstanceIds or Targets must be given.");
        }

        return [];
    }

    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        if (context.Note is null)
        {
            try
            {
                await router.InvokeAsync(
                    "ssm",
                    "SendCommand",
                    SendCommandRequest.From(context.Inputs),
                    context.NotedCall(response => JsonObject.Of((CommandId, response.Object("Command")?[CommandId]))));
            }
            catch (ServiceException error)
            {
                return ExecuteAwsApiAction.Refused("SendCommand", error);
            }
        }

        var commandId = context.Note!.Text(CommandId)!;
        while (true)
        {
            var change = watch.NextChange(commandId);
            var answer = await router.InvokeAsync("ssm", "ListCommands", JsonObject.Of((CommandId, commandId)), context.PlainCall());
            var commands = answer.Objects("Commands");
            var status = commands.Count == 0 ? null : commands[0].Text("Status");
            if (status is "Success" or "Failed" or "TimedOut" or "Cancelled")
            {
                watch.Forget(commandId);
                return await ResultAsync(context, commandId, status);
            }

            await change.WaitAsync(cancellationToken);
        }
    }

    public async Task<JsonObject> AbandonAsync(StepContext context)
    {
        if (context.Note?.Text(CommandId) is not { } commandId)
        {
            return JsonObject.Empty;
        }

        try
        {
            await router.InvokeAsync("ssm", "CancelCommand", JsonObject.Of((CommandId, commandId)), context.PlainCall());
        }
        catch (ServiceException)
        {
            // it has ended by itself meanwhile
        }

        return JsonObject.Of((CommandId, commandId));
    }

    private async Task<StepResult> ResultAsync(StepContext context, string commandId, string status)
    {
        var answer = await router.InvokeAsync(
            "ssm", "ListCommandInvocations", JsonObject.Of((CommandId, commandId), ("Details", true)), context.PlainCall());
        var plugins = answer.Objects("CommandInvocations").SelectMany(invocation => invocation.Objects("CommandPlugins")).ToArray();
        var telling = plugins.FirstOrDefault(plugin => plugin.Text("Status") != "Success") ?? plugins.FirstOrDefault();
        var code = telling?.Number("ResponseCode") ?? -1;
        var output = string.Join('\n', plugins.Select(plugin => plugin.Text("Output") ?? ""));
        var payload = JsonObject.Of(("Status", status), ("ResponseCode", code), ("Output", output), (CommandId, commandId));
        var outputs = payload.With("OutputPayload", payload);
        var shown = string.Join(", ", new[] { "Status", "ResponseCode", "Output", "OutputPayload", CommandId }.Select(name => $"{name}=[{ParameterTypes.Text(outputs[name]!)}]"));
        var result = status == "Success"
            ? OutputSelection.Select(context.Definition.Outputs, outputs, outputs)
            : StepResult.Failed(
                Phase, $"Command {commandId} returns unexpected invocation result: \n{{{shown}}}", "PostVerification", "Verification", outputs);
        return result with { ResponseCode = code.ToString(System.Globalization.CultureInfo.InvariantCulture) };
    }
}
