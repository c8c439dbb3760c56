using JobMgmt.Runtime.Events.Patterns.ValueTests;

namespace JobMgmt.Runtime.Events.Patterns;

/// <summary>One way to match a pattern: for each field, by its dotted name, the tests of which one must hold. Without <c>$or</c> there is one way.</summary>
internal sealed class FieldTests
{
    private readonly SortedDictionary<string, IReadOnlyList<ValueTest>> _tests;

    private FieldTests(IDictionary<string, IReadOnlyList<ValueTest>> tests) => _tests = new(tests, StringComparer.Ordinal);

    public static FieldTests None { get; } = new(new Dictionary<string, IReadOnlyList<ValueTest>>());

    public FieldTests With(string name, IReadOnlyList<ValueTest> tests) => new(_tests) { _tests = { [name] = tests } };

    public bool Match(EventFields fields)
    {
        // The ways to choose array elements that meet the fields looked at so far.
        var choices = new HashSet<ArrayElements> { ArrayElements.None };
        foreach (var (name, tests) in _tests)
        {
            var values = fields.Of(name);
            if (values.Count == 0)
            {
                if (!tests.Any(test => test.HoldsForAbsent))
                {
                    return false;
                }

                continue;
            }

            choices = values
                .Where(value => tests.Any(test => test.Holds(value.Value)))
                .SelectMany(value => choices.Select(chosen => chosen.Join(value.Elements)))
                .OfType<ArrayElements>()
                .ToHashSet();
            if (choices.Count == 0)
            {
                return false;
            }
        }

        return true;
    }
}
