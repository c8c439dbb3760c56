using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Validation.Rules.Maps;

/// <summary>An object within a Map state, and the checks that such objects share: each reports what it finds.</summary>
internal sealed class MapFields
{
    private readonly StateNode _state;
    private readonly DiagnosticList _diagnostics;

    private MapFields(StateNode state, JsonObject body, string location, DiagnosticList diagnostics)
    {
        _state = state;
        Body = body;
        Location = location;
        _diagnostics = diagnostics;
    }

    public JsonObject Body { get; }

    public string Location { get; }

    /// <summary>What a resource is given: <c>Parameters</c>, in JSONata <c>Arguments</c>.</summary>
    public string ParametersField => _state.IsJsonata ? "Arguments" : "Parameters";

    /// <summary>An object of the state; null where it has none of that name.</summary>
    public static MapFields? Of(StateNode state, string field, DiagnosticList diagnostics) =>
        state.Body[field] is JsonObject body ? new MapFields(state, body, state.At(field), diagnostics) : null;

    /// <summary>An object within this one; null where there is none, which is reported if it is something else.</summary>
    public MapFields? Inner(string field)
    {
        if (Kind(field, JsonKind.Object) && Body[field] is JsonObject inner)
        {
            return new MapFields(_state, inner, $"{Location}/{field}", _diagnostics);
        }

        return null;
    }

    public string? Text(string field) => (Body[field] as JsonString)?.Value;

    public void Report(string message) => _diagnostics.Schema(Location, message);

    public void Report(string field, string message) => _diagnostics.Schema($"{Location}/{field}", message);

    /// <summary>No other fields than these. A field of the other query language is told so, at the state, as AWS does.</summary>
    public void Supports(params string[] fields)
    {
        foreach (var member in Body.Where(member => !fields.Contains(member.Key)))
        {
            var isOther = member.Key is "Parameters" or "Arguments" || (_state.IsJsonata && member.Key.EndsWith("Path", StringComparison.Ordinal));
            if (!isOther)
            {
                Report($"Field '{member.Key}' is not supported");
                continue;
            }

            var (own, other) = _state.IsJsonata ? (QueryLanguages.Jsonata, QueryLanguages.JsonPath) : (QueryLanguages.JsonPath, QueryLanguages.Jsonata);
            _diagnostics.Schema(_state.Location, $"The QueryLanguage is set to '{own}', but field '{member.Key}' is only supported for the '{other}' QueryLanguage");
        }
    }

    public void Requires(params string[] fields)
    {
        var missing = fields.Where(field => !Body.Contains(field)).ToArray();
        if (missing.Length > 0)
        {
            Report($"These fields are required: [{string.Join(", ", missing)}]");
        }
    }

    public void IsOneOf(string field, params string[] values)
    {
        if (Body.Contains(field) && !values.Contains(Text(field)))
        {
            Report(field, $"Value should be one of the following: [{string.Join(", ", values)}]");
        }
    }

    public bool Kind(string field, JsonKind kind)
    {
        if (Body[field] is not { } value || value.Kind == kind)
        {
            return true;
        }

        Report(field, $"Expected value of type [{kind.ToString().ToUpperInvariant()}]");
        return false;
    }

    /// <summary>A whole number, or its <c>…Path</c> form, or in JSONata an expression; not two of them.</summary>
    public void Count(string field, long least, long most)
    {
        if (Body[field] is { } value && !(_state.IsJsonata && value is JsonString { Value: var text } && text.StartsWith("{%", StringComparison.Ordinal)))
        {
            if (value is not JsonNumber number || !number.TryToInt64(out var count))
            {
                Report(field, "Expected value of type Integer");
            }
            else if (count < least || count > most)
            {
                Report(field, count < least ? $"Minimum value is {least}" : $"Maximum value is {most}");
            }
        }

        var path = field + "Path";
        if (Body.Contains(field) && Body.Contains(path) && !_state.IsJsonata)
        {
            Report(FieldGroups.TooMany([field, path]));
        }

        if (!_state.IsJsonata && Body[path] is { } source && !IsPath(source))
        {
            Report(path, "Value is not a valid JSONPath");
        }
    }

    /// <summary>The payload templates parse; in JSONata other rules look at them.</summary>
    public void Template(string field)
    {
        if (_state.IsJsonata || Body[field] is not { } template)
        {
            return;
        }

        try
        {
            PayloadTemplate.Parse(template);
        }
        catch (TemplateSyntaxException error)
        {
            foreach (var fault in error.Faults)
            {
                Report(field + fault.Pointer, fault.Message);
            }
        }
    }

    /// <summary>The Resource is one of these actions of S3.</summary>
    public void IsResource(params string[] actions)
    {
        if (Kind("Resource", JsonKind.String) && Text("Resource") is { } arn
            && !(TaskResource.TryParse(arn, out var resource) && resource.ResourceType == "s3" && actions.Contains(resource.Resource)))
        {
            Report("Resource", $"The resource provided {arn} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.");
        }
    }

    private static bool IsPath(JsonValue value)
    {
        try
        {
            JsonPath.Parse((value as JsonString)?.Value ?? string.Empty);
            return true;
        }
        catch (PathSyntaxException)
        {
            return false;
        }
    }
}
