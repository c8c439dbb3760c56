using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>Path fields hold a JSONPath; ResultPath a Reference Path into the input.</summary>
internal sealed class PathSyntaxRule : IValidationRule
{
    private static readonly string[] _paths =
    [
        "InputPath", "OutputPath", "ItemsPath", "SecondsPath", "TimestampPath", "TimeoutSecondsPath", "HeartbeatSecondsPath", "MaxConcurrencyPath",
        "ToleratedFailureCountPath", "ToleratedFailurePercentagePath",
    ];

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => !state.IsJsonata))
        {
            foreach (var field in _paths)
            {
                CheckPath(state.Body, field, state.Location, diagnostics);
            }

            CheckResultPath(state.Body, state.Location, diagnostics);
            if (state.Body["Catch"] is JsonArray catchers)
            {
                for (var i = 0; i < catchers.Count; i++)
                {
                    if (catchers[i] is JsonObject catcher)
                    {
                        CheckResultPath(catcher, state.At($"Catch[{i}]"), diagnostics);
                    }
                }
            }
        }
    }

    private static void CheckPath(JsonObject body, string field, string location, DiagnosticList diagnostics)
    {
        if (body[field] is { Kind: not JsonKind.Null } value && !TryParse((value as JsonString)?.Value, out _))
        {
            diagnostics.Schema($"{location}/{field}", "Value is not a valid JSONPath");
        }
    }

    private static void CheckResultPath(JsonObject body, string location, DiagnosticList diagnostics)
    {
        if (body["ResultPath"] is { Kind: not JsonKind.Null } value
            && !(TryParse((value as JsonString)?.Value, out var path) && path.IsReferencePath && path.Root == PathRoot.Input))
        {
            diagnostics.Schema($"{location}/ResultPath", "Value is not a Reference Path");
        }
    }

    private static bool TryParse(string? text, out JsonPath path)
    {
        path = null!;
        try
        {
            path = text is null ? null! : JsonPath.Parse(text);
            return text is not null;
        }
        catch (PathSyntaxException)
        {
            return false;
        }
    }
}
