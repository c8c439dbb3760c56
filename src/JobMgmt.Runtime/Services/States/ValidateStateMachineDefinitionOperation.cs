using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.Runtime.Services.States;

/// <summary>ValidateStateMachineDefinition: what is wrong with a definition, by the severity asked for; at most 100 diagnostics.</summary>
internal sealed class ValidateStateMachineDefinitionOperation : IServiceOperation
{
    private const int Most = 100;

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var (definition, type, severity, count) = (request.Text("definition"), request.Text("type"), request.Text("severity"), request.Number("maxResults"));
        var found = AslReader.Validate(definition!, type == "EXPRESS");
        var wanted = found.Where(item => severity == "WARNING" || item.Severity == DiagnosticSeverity.Error).ToArray();
        var most = count is null or 0 ? Most : (int)count;
        return Task.FromResult(JsonObject.Of(
            ("result", found.Any(item => item.Severity == DiagnosticSeverity.Error) ? "FAIL" : "OK"),
            ("diagnostics", new JsonArray(wanted.Take(most).Select(Describe))),
            ("truncated", wanted.Length > most)));
    }

    private static JsonValue Describe(Diagnostic diagnostic) => JsonObject.Of(
        ("severity", diagnostic.Severity == DiagnosticSeverity.Error ? "ERROR" : "WARNING"),
        ("code", diagnostic.Code),
        ("message", diagnostic.Message),
        ("location", diagnostic.Location));
}
