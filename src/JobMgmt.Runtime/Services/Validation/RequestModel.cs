using System.Collections.Concurrent;
using System.Reflection;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Validation;

/// <summary>
/// What the operations of a service may be asked, as its service model has it (see <c>Requests/README.md</c>). AWS checks requests by it before the operation sees them,
/// and tells all that is wrong in one message.
/// </summary>
internal sealed class RequestModel
{
    private static readonly ConcurrentDictionary<string, RequestModel?> _models = new(StringComparer.Ordinal);
    private readonly string? _code;
    private readonly Dictionary<string, string> _operations;
    private readonly JsonObject _source;
    private readonly ConcurrentDictionary<string, RequestShape> _shapes = new(StringComparer.Ordinal);

    private RequestModel(string? code, JsonObject model)
    {
        _code = code;
        _operations = model.Object("operations")!.ToDictionary(member => member.Key, member => ((JsonString)member.Value).Value, StringComparer.Ordinal);
        _source = model.Object("shapes")!;
    }

    /// <summary>The model of a service, by its signing name; null where none is there.</summary>
    public static RequestModel? Of(string service) => _models.GetOrAdd(service, Load);

    /// <summary>Checks a request.</summary>
    /// <exception cref="ServiceException">It breaks a constraint.</exception>
    public void Check(string operation, JsonObject request)
    {
        if (_code is not null && Request(operation) is { } shape)
        {
            var constraints = new Constraints(_code);
            new RequestCheck(this, constraints).Check(shape, request, string.Empty);
            constraints.Enforce();
        }
    }

    /// <summary>What an operation is asked; null where the model does not have the operation.</summary>
    public RequestShape? Request(string operation) => _operations.TryGetValue(operation, out var shape) ? Shape(shape) : null;

    /// <summary>A shape, by its name.</summary>
    public RequestShape Shape(string name) => _shapes.GetOrAdd(name, key => new RequestShape(key, _source.Object(key)!));

    private static RequestModel? Load(string service)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"request/{service}");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return new RequestModel(Code(service), (JsonObject)JsonValue.Parse(reader.ReadToEnd()));
    }

    /// <summary>The code that a service refuses with; null for those that speak XML, which have other words.</summary>
    private static string? Code(string service) => service switch
    {
        "logs" => "InvalidParameterException",
        "states" or "events" or "ssm" or "dynamodb" or "scheduler" => "ValidationException",
        _ => null,
    };
}
