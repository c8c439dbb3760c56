using System.Text.RegularExpressions;
using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Automation;

/// <summary>The parameters given at start, checked against the document, to typed values; defaults filled in.</summary>
internal sealed class StartParameters(ServiceRouter router)
{
    private static readonly TimeSpan _patternTime = TimeSpan.FromSeconds(1);

    /// <exception cref="ServiceException">InvalidAutomationExecutionParametersException.</exception>
    public async Task<JsonObject> ReadAsync(AutomationDocument document, JsonObject? given, CallContext call)
    {
        given ??= JsonObject.Empty;
        if (given.FirstOrDefault(member => document.Parameters.All(parameter => parameter.Name != member.Key)) is { Key: not null } unknown)
        {
            throw AutomationErrors.Parameters($"Parameter: {unknown.Key} in user inputs is not declared in the document.");
        }

        var values = JsonObject.Empty;
        foreach (var parameter in document.Parameters)
        {
            var value = given.Contains(parameter.Name) ? Typed(parameter, given.Texts(parameter.Name)) : await DefaultAsync(parameter, call);
            Check(parameter, value);
            values = values.With(parameter.Name, value);
        }

        return values;
    }

    private static JsonValue Typed(DocumentParameter parameter, IReadOnlyList<string> values) =>
        ParameterTypes.FromApi(parameter.Type, values)
        ?? throw AutomationErrors.Parameters($"Parameter: {parameter.Name} in user inputs is not of type {parameter.Type}: {string.Join(", ", values)}");

    private async Task<JsonValue> DefaultAsync(DocumentParameter parameter, CallContext call)
    {
        var value = parameter.Default ?? throw AutomationErrors.Parameters($"Missing required parameter: {parameter.Name} in user inputs.");
        if (value is not JsonString text || References.Whole(text.Value) is not { } name || !name.StartsWith("ssm:", StringComparison.Ordinal))
        {
            return value;
        }

        try
        {
            var answer = await router.InvokeAsync("ssm", "GetParameter", JsonObject.Of(("Name", name[4..]), ("WithDecryption", true)), call);
            return Typed(parameter, [(answer.Object("Parameter") ?? JsonObject.Empty).Text("Value") ?? ""]);
        }
        catch (ServiceException error)
        {
            throw AutomationErrors.Parameters($"Parameter: {parameter.Name} takes its default from {{{{ {name} }}}}, which can't be read: {error.Code}. {error.ServiceMessage}");
        }
    }

    private static void Check(DocumentParameter parameter, JsonValue value)
    {
        var items = value as JsonArray;
        if (items is not null && (items.Count < (parameter.MinItems ?? 0) || items.Count > (parameter.MaxItems ?? int.MaxValue)))
        {
            throw AutomationErrors.Parameters(FormattableString.Invariant(
                $"Parameter: {parameter.Name} in user inputs has {items.Count} items; it takes {parameter.MinItems ?? 0} to {parameter.MaxItems ?? int.MaxValue}."));
        }

        foreach (var item in (IEnumerable<JsonValue>?)items ?? [value])
        {
            if (parameter.AllowedValues.Count > 0 && !parameter.AllowedValues.Any(allowed => ParameterTypes.Text(allowed) == ParameterTypes.Text(item)))
            {
                throw AutomationErrors.Parameters(
                    $"Parameter: {parameter.Name} in user inputs is '{ParameterTypes.Text(item)}', which is not among its allowed values: {string.Join(", ", parameter.AllowedValues.Select(ParameterTypes.Text))}.");
            }

            if (item is not JsonString text)
            {
                continue;
            }

            if (text.Value.Length < (parameter.MinChars ?? 0) || text.Value.Length > (parameter.MaxChars ?? int.MaxValue))
            {
                throw AutomationErrors.Parameters(FormattableString.Invariant(
                    $"Parameter: {parameter.Name} in user inputs has {text.Value.Length} characters; it takes {parameter.MinChars ?? 0} to {parameter.MaxChars ?? int.MaxValue}."));
            }

            if (parameter.AllowedPattern is { } pattern && !Matches(text.Value, pattern))
            {
                throw AutomationErrors.Parameters($"Parameter: {parameter.Name} in user inputs is '{text.Value}', which does not match its allowed pattern: {pattern}");
            }
        }
    }

    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.CultureInvariant, _patternTime);
        }
        catch (ArgumentException)
        {
            return false; // not a pattern: nothing matches it
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
