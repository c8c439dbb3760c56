using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Choices;

/// <summary>The table of comparison operators.</summary>
internal static class ChoiceOperators
{
    private static readonly (string Suffix, Func<int, bool> Holds)[] _orders =
    {
        ("Equals", order => order == 0),
        ("LessThan", order => order < 0),
        ("GreaterThan", order => order > 0),
        ("LessThanEquals", order => order <= 0),
        ("GreaterThanEquals", order => order >= 0),
    };

    public static IReadOnlyList<ChoiceOperator> All { get; } = Ordered("String", JsonKind.String, Strings)
        .Concat(Ordered("Numeric", JsonKind.Number, Numbers))
        .Concat(Ordered("Timestamp", JsonKind.String, Timestamps))
        .Concat(new[]
        {
            new ChoiceOperator("BooleanEquals", JsonKind.Boolean, (value, operand) => value is JsonBoolean && value.Equals(operand)),
            new ChoiceOperator(
                "StringMatches", JsonKind.String, (value, operand) => value is JsonString text && WildcardPattern.Matches(text.Value, ((JsonString)operand).Value))
            {
                HasPathForm = false,
            },
            new ChoiceOperator("IsPresent", JsonKind.Boolean, (_, _) => true) { HasPathForm = false, TestsPresence = true },
            Type("IsNull", value => value is JsonNull),
            Type("IsNumeric", value => value is JsonNumber),
            Type("IsString", value => value is JsonString),
            Type("IsBoolean", value => value is JsonBoolean),
            Type("IsTimestamp", value => value is JsonString text && Rfc3339.TryParse(text.Value, out _)),
        })
        .ToArray();

    private static readonly Dictionary<string, (ChoiceOperator Operator, bool ByPath)> _byName = All
        .SelectMany(known => known.HasPathForm
            ? new[] { (Name: known.Name, Found: (known, false)), (Name: known.Name + "Path", Found: (known, true)) }
            : new[] { (Name: known.Name, Found: (known, false)) })
        .ToDictionary(row => row.Name, row => row.Found, StringComparer.Ordinal);

    /// <summary>The members' names, with their path forms.</summary>
    public static IReadOnlyCollection<string> Names => _byName.Keys;

    /// <summary>Finds an operator by the member's name, and says whether its operand is a path.</summary>
    public static bool TryGet(string name, out (ChoiceOperator Operator, bool ByPath) found) => _byName.TryGetValue(name, out found);

    private static IEnumerable<ChoiceOperator> Ordered(string type, JsonKind operand, Func<JsonValue, JsonValue, int?> order) =>
        _orders.Select(row => new ChoiceOperator(type + row.Suffix, operand, (value, other) => order(value, other) is { } found && row.Holds(found))
        {
            OperandIsTimestamp = type == "Timestamp",
        });

    private static ChoiceOperator Type(string name, Func<JsonValue, bool> isOfType) =>
        new(name, JsonKind.Boolean, (value, operand) => isOfType(value) == ((JsonBoolean)operand).Value) { HasPathForm = false };

    private static int? Strings(JsonValue left, JsonValue right) =>
        left is JsonString a && right is JsonString b ? string.CompareOrdinal(a.Value, b.Value) : null;

    private static int? Numbers(JsonValue left, JsonValue right) =>
        left is JsonNumber a && right is JsonNumber b ? JsonNumber.Compare(a, b) : null;

    private static int? Timestamps(JsonValue left, JsonValue right) =>
        left is JsonString a && right is JsonString b && Rfc3339.TryParse(a.Value, out var first) && Rfc3339.TryParse(b.Value, out var second)
            ? first.CompareTo(second)
            : null;
}
