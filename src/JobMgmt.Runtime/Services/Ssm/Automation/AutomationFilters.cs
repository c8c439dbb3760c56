using System.Globalization;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Automation;

/// <summary>The <c>Filters</c> of the Describe operations: all keys must match, of a key's values any.</summary>
internal sealed class AutomationFilters
{
    private readonly (string Key, IReadOnlyList<string> Values)[] _filters;

    private AutomationFilters((string Key, IReadOnlyList<string> Values)[] filters) => _filters = filters;

    /// <summary>Reads them.</summary>
    /// <exception cref="ServiceException">ValidationException: too many, or an unknown key.</exception>
    public static AutomationFilters Read(JsonObject request, int most, params string[] keys)
    {
        var filters = request.Objects("Filters").Select(filter => (Key: filter.Text("Key") ?? "", Values: filter.Texts("Values"))).ToArray();
        var constraints = new Constraints().Check(filters.Length <= most, null, "filters", FormattableString.Invariant($"Member must have length less than or equal to {most}"));
        for (var i = 0; i < filters.Length; i++)
        {
            var at = FormattableString.Invariant($"filters.{i + 1}.member");
            constraints.OneOf(filters[i].Key, $"{at}.key", keys)
                .Check(filters[i].Values.Count is >= 1 and <= 10, null, $"{at}.values", "Member must have length between 1 and 10");
        }

        constraints.Enforce();
        return new AutomationFilters(filters);
    }

    /// <summary>Whether it matches; <paramref name="test"/> tells for a key and one value.</summary>
    public bool Match(Func<string, string, bool> test) => _filters.All(filter => filter.Values.Any(value => test(filter.Key, value)));

    /// <summary>An instant among the values, ISO 8601.</summary>
    /// <exception cref="ServiceException">InvalidFilterValue.</exception>
    public static DateTimeOffset Instant(string value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : throw AutomationErrors.FilterValue(value);
}
