using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// A network's parameters in its states. A run is given them in the member <c>Parameters</c> of its input, beside <c>tags</c> or alone: an input of another form is worker tags or an event, and
/// gives none. In a Choice, so each expression holds for any input.
/// </summary>
internal static class NetworkParameters
{
    private const string Begin = "{% ($declared := ";
    private const string End = "; $in := $states.input; ";

    /// <summary>Whether the input has members of ours alone, so that none of them is a worker tag.</summary>
    internal const string IsOursAlone = "($type($states.input) = \"object\" ? $count($keys($states.input)[$not($ in [\"Parameters\", \"Rerun\"])]) = 0 : false)";

    private const string Given =
        "$given := $type($in) = \"object\" ? (($exists($in.tags) ? $not($type($in.tags) = \"string\") : false) or " + IsOursAlone + " ? $in.Parameters); ";

    private const string Found =
        "$names := $keys($declared); $exists($given) and $not($type($given) in [\"object\", \"null\"]) ? \"Parameters must be an object of names and texts.\" : ("
        + "$unknown := $keys($given)[$not($ in $names)][0]; $wrong := $keys($given)[$not($type($lookup($given, $)) = \"string\")][0]; "
        + "$missing := $names[$lookup($declared, $) = null and $not($exists($lookup($given, $)))][0]; "
        + "$exists($unknown) ? \"The network has no parameter '\" & $unknown & \"'. It has: \" & $join([$names], \", \") & \".\" "
        + ": $exists($wrong) ? \"The parameter '\" & $wrong & \"' must be a text.\" "
        + ": $exists($missing) ? \"The parameter '\" & $missing & \"' is missing. The run's input gives it in its member Parameters, beside tags.\")";

    /// <summary>The rule that refuses what a run is given; none where the network has no parameters.</summary>
    internal static IEnumerable<JsonValue> Refuse(JobNetwork network)
    {
        if (network.Parameter is { Count: > 0 } parameters)
        {
            var fault = $"($declared := {Declared(parameters)}{End}{Given}{Found})";
            yield return Asl.When(
                $"$exists({fault})",
                JsonataText.Expression($"{{\"Jobs\": {{\"\": {{\"Status\": \"{RunData.Failed}\", \"Error\": \"{JobErrors.InvalidJobInput}\", \"Cause\": $string({{\"Message\": {fault}}})}}}}}}"),
                NetworkStateNames.AlertForInput);
        }
    }

    /// <summary>The run's parameters, defaults included, for the variable; null where the network has none.</summary>
    internal static JsonValue? Assign(JobNetwork network) => network.Parameter is not { Count: > 0 } parameters ? null
        : Begin + Declared(parameters) + End + Given + "$merge([$sift($declared, function($value) { $value != null }), $type($given) = \"object\" ? $given])) %}";

    /// <summary>What <see cref="Assign"/> wrote; null where it wrote nothing.</summary>
    internal static IReadOnlyDictionary<string, string?>? Read(JsonValue? assigned) =>
        assigned is JsonString { Value: var text } && text.StartsWith(Begin, StringComparison.Ordinal) && text.LastIndexOf(End, StringComparison.Ordinal) is var at && at > 0
        && JsonValue.TryParse(text.Substring(Begin.Length, at - Begin.Length), out var value) && value is JsonObject declared
            ? declared.ToDictionary(member => member.Key, member => (member.Value as JsonString)?.Value, StringComparer.Ordinal) : null;

    /// <summary>A parameter as a variable of a job's environment.</summary>
    internal static string Variable(string name) => JsonataText.Expression($"{RunData.Parameters}.`{name}`");

    /// <summary>Whether a variable of a job's environment is a parameter, and not the job's own.</summary>
    internal static bool IsVariable(string name, string value) => value == Variable(name);

    private static string Declared(IReadOnlyDictionary<string, string?> parameters) => "{" + string.Join(",", parameters
        .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
        .Select(parameter => $"{JsonataText.Quote(parameter.Key)}:{(parameter.Value is null ? "null" : JsonataText.Quote(parameter.Value))}")) + "}";
}
