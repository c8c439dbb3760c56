using System.Collections.Concurrent;
using System.Reflection;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Services.States;

/// <summary>What the operations of a service answer, as its service model has it (see <c>Responses/README.md</c>).</summary>
internal sealed class ResponseModel
{
    private const string SdkPrefix = "aws-sdk:";
    private static readonly ConcurrentDictionary<string, ResponseModel?> _models = new(StringComparer.Ordinal);

    // the optimised integrations whose answer is the API's own; others have another name in the SDK, or an answer of their own
    private static readonly Dictionary<string, string> _optimised = new(StringComparer.Ordinal)
    {
        ["states"] = "sfn", ["events"] = "eventbridge", ["lambda"] = "lambda", ["dynamodb"] = "dynamodb", ["sqs"] = "sqs", ["sns"] = "sns",
    };

    private readonly JsonObject _operations;
    private readonly JsonObject _shapes;

    private ResponseModel(JsonObject source)
    {
        _operations = (JsonObject)source["operations"]!;
        _shapes = (JsonObject)source["shapes"]!;
    }

    /// <summary>The model and the shape's name of a resource's answer; null where none is known, or the task's output is not the answer (<c>.sync</c>, callbacks).</summary>
    public static (ResponseModel Model, string Shape)? Of(TaskResource resource)
    {
        var service = resource.ResourceType.StartsWith(SdkPrefix, StringComparison.Ordinal) ? resource.ResourceType[SdkPrefix.Length..] : _optimised.GetValueOrDefault(resource.ResourceType);
        if (resource is not { Kind: TaskResourceKind.Service, Pattern: TaskPattern.RequestResponse } || service is null || _models.GetOrAdd(service, Load) is not { } model)
        {
            return null;
        }

        var operation = char.ToUpperInvariant(resource.Action[0]) + resource.Action[1..];
        return model._operations.Text(operation) is { } shape ? (model, shape) : null;
    }

    /// <summary>A shape: its name in the model, or a bare type's.</summary>
    public JsonObject Shape(string name) => _shapes.Object(name) ?? JsonObject.Of(("type", name));

    private static ResponseModel? Load(string service)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"response/{service}");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return new ResponseModel((JsonObject)JsonValue.Parse(reader.ReadToEnd()));
    }
}
