using System.Globalization;
using System.Text.RegularExpressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Validation;

/// <summary>Collects what a request breaks of its service model's constraints, and refuses it in AWS's wording, all faults in one message.</summary>
/// <param name="code">ValidationException, save for services that have their own (Logs: InvalidParameterException).</param>
internal sealed class Constraints(string code = "ValidationException")
{
    private readonly List<string> _faults = [];

    /// <summary>A required member.</summary>
    public Constraints Required(JsonObject request, string name) => Check(request[name] is not (null or JsonNull), null, name, "Member must not be null");

    /// <summary>A text's length, if it is there.</summary>
    public Constraints Length(string? value, string name, int least, int most) =>
        value is null ? this
        : Check(value.Length >= least, value, name, Invariant($"Member must have length greater than or equal to {least}"))
            .Check(value.Length <= most, value, name, Invariant($"Member must have length less than or equal to {most}"));

    /// <summary>A number's range, if it is there.</summary>
    public Constraints Range(long? value, string name, long least, long most) =>
        value is not { } number ? this
        : Check(number >= least, Invariant($"{number}"), name, Invariant($"Member must have value greater than or equal to {least}"))
            .Check(number <= most, Invariant($"{number}"), name, Invariant($"Member must have value less than or equal to {most}"));

    /// <summary>A text's pattern, if it is there.</summary>
    public Constraints Pattern(string? value, string name, string pattern) =>
        Check(value is null || Regex.IsMatch(value, $@"^(?:{pattern})\z", RegexOptions.CultureInvariant), value, name, $"Member must satisfy regular expression pattern: {pattern}");

    /// <summary>One of a set, if it is there.</summary>
    public Constraints OneOf(string? value, string name, params string[] values) =>
        Check(value is null || values.Contains(value, StringComparer.Ordinal), value, name, $"Member must satisfy enum value set: [{string.Join(", ", values)}]");

    /// <summary>Any other constraint.</summary>
    public Constraints Check(bool holds, string? value, string name, string constraint)
    {
        if (!holds)
        {
            var shown = value is null ? "Value null" : $"Value '{value}'";
            _faults.Add($"{shown} at '{name}' failed to satisfy constraint: {constraint}");
        }

        return this;
    }

    /// <summary>A broken constraint of a member whose value AWS does not show.</summary>
    public Constraints Hidden(string name, string constraint)
    {
        _faults.Add($"Value at '{name}' failed to satisfy constraint: {constraint}");
        return this;
    }

    /// <summary>Refuses the request if anything was wrong.</summary>
    /// <exception cref="ServiceException">Names every fault.</exception>
    public void Enforce()
    {
        if (_faults.Count > 0)
        {
            throw new ServiceException(
                code, Invariant($"{_faults.Count} validation error{(_faults.Count == 1 ? "" : "s")} detected: {string.Join("; ", _faults)}"));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
