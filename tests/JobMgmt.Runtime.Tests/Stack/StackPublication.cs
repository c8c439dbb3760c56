using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Stack;

/// <summary>Publishes a stack's artefacts over the wire.</summary>
internal static class StackPublication
{
    /// <summary>Publishes one.</summary>
    /// <param name="artefact">The artefact.</param>
    /// <param name="call">Calls an operation: service, name, request.</param>
    public static async Task PublishAsync(StackArtefact artefact, Func<string, string, JsonObject, Task<JsonObject>> call)
    {
        switch (artefact)
        {
            case LogGroupArtefact:
                await call("logs", "CreateLogGroup", JsonObject.Of(("logGroupName", artefact.Name)));
                break;
            case DocumentArtefact document:
                await call("ssm", "CreateDocument", JsonObject.Of(
                    ("Name", document.Name), ("Content", document.Content.ToString()), ("DocumentType", "Automation"), ("DocumentFormat", "JSON")));
                break;
            case StateMachineArtefact machine:
                var tags = machine.Tags.Select(tag => (JsonValue)JsonObject.Of(("key", tag.Key), ("value", tag.Value)));
                await call("states", "CreateStateMachine", JsonObject.Of(
                    ("name", machine.Name), ("definition", machine.Definition.ToString()), ("roleArn", machine.RoleArn), ("tags", new JsonArray(tags))));
                break;
            case TableArtefact table:
                await call("dynamodb", "CreateTable", table.Body.With("TableName", table.Name));
                break;
            case RuleArtefact rule:
                await call("events", "PutRule", JsonObject.Of(("Name", rule.Name), ("EventPattern", rule.EventPattern.ToString())));
                await call("events", "PutTargets", JsonObject.Of(("Rule", rule.Name), ("Targets", rule.Body["Targets"]!)));
                break;
            default:
                break; // roles and resource policies are stored, not enforced
        }
    }

    /// <summary>Publishes the rule of a trigger.</summary>
    public static async Task PublishAsync(TriggerRule rule, RunJobStackNames names, Func<string, string, JsonObject, Task<JsonObject>> call)
    {
        var paths = new JsonObject(rule.InputPaths.Select(path => new KeyValuePair<string, JsonValue>(path.Key, path.Value)));
        await call("events", "PutRule", JsonObject.Of(("Name", rule.Name), ("EventPattern", rule.EventPattern.ToString())));
        await call("events", "PutTargets", JsonObject.Of(("Rule", rule.Name), ("Targets", new JsonArray([JsonObject.Of(
            ("Id", "start"), ("Arn", names.StartNetworkArn), ("RoleArn", names.RoleArn(names.TriggerRole)), ("InputTransformer", JsonObject.Of(("InputPathsMap", paths), ("InputTemplate", rule.InputTemplate))))]))));
    }
}
