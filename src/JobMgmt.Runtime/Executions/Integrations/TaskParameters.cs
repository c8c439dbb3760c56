using System.Globalization;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary>
/// Checks the parameters of tasks by the service models: Step Functions refuses members that the operation does not have, and values of another kind, before it calls.
/// What is missing an optimised integration tells too; of the SDK's operations the service itself does.
/// </summary>
internal sealed class TaskParameters : ITaskParameters
{
    public static TaskParameters Instance { get; } = new();

    public IReadOnlyList<string> Faults(TaskResource resource, JsonObject parameters)
    {
        if (resource.Kind != TaskResourceKind.Service || ServiceNames.Signing(resource) is not { } service || RequestModel.Of(service) is not { } model
            || model.Request(SdkNames.Operation(resource)) is not { } shape)
        {
            return [];
        }

        var faults = new List<string>();
        Check(model, shape, parameters, faults);
        if (!ServiceNames.IsSdk(resource))
        {
            faults.AddRange(shape.Members.Select(member => member.Key).Where(shape.Required.Contains).Select(SdkNames.FirstUpper)
                .Where(name => parameters[name] is null or JsonNull).Select(name => $"The field '{name}' is required but was missing"));
        }

        return faults;
    }

    private static void Check(RequestModel model, RequestShape shape, JsonObject value, List<string> faults)
    {
        foreach (var (name, member) in value)
        {
            if (SdkNames.Member(shape, name) is not { Value: { } memberShape })
            {
                faults.Add($"The field \"{name}\" is not supported by Step Functions");
            }
            else
            {
                Check(model, model.Shape(memberShape), member, name, faults);
            }
        }
    }

    private static void Check(RequestModel model, RequestShape shape, JsonValue value, string name, List<string> faults)
    {
        switch (shape.Type, value)
        {
            case (_, JsonNull):
                break;
            case ("structure", JsonObject members):
                Check(model, shape, members, faults);
                break;
            case ("list", JsonArray items):
                foreach (var item in items)
                {
                    Check(model, model.Shape(shape.Item!), item, name, faults);
                }

                break;
            case ("map", JsonObject entries):
                foreach (var entry in entries)
                {
                    Check(model, model.Shape(shape.Item!), entry.Value, entry.Key, faults);
                }

                break;
            case ("structure" or "list" or "map", _):
            case ("number", not JsonNumber) when !IsNumber(value):
            case ("boolean", not JsonBoolean) when value is not JsonString { Value: "true" or "false" }:
            case ("timestamp", JsonObject or JsonArray or JsonBoolean):
                faults.Add($"The value of the field '{name}' has an invalid format");
                break;
            default:
                break; // text takes anything: an object as its JSON
        }
    }

    private static bool IsNumber(JsonValue value) => value is JsonString text && double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
