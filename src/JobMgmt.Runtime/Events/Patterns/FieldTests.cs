using JobMgmt.Runtime.Events.Patterns.Index;
using JobMgmt.Runtime.Events.Patterns.ValueTests;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns;

/// <summary>One way to match a pattern: for each field, by its dotted name, the tests of which one must hold. Without <c>$or</c> there is one way.</summary>
internal sealed class FieldTests
{
    private readonly (string Name, IReadOnlyList<ValueTest> Tests)[] _fields; // by name

    private FieldTests((string Name, IReadOnlyList<ValueTest> Tests)[] fields) => _fields = fields;

    public static FieldTests None { get; } = new([]);

    public FieldTests With(string name, IReadOnlyList<ValueTest> tests) =>
        new([.. _fields.Where(field => field.Name != name).Append((name, tests)).OrderBy(field => field.Item1, StringComparer.Ordinal)]);

    /// <summary>
    /// The fields that an index can find this by: every event that matches has them, with a value that has one of the keys. Those come first that lead to the fewest others:
    /// a single key before several, a whole value before a part of it.
    /// </summary>
    public IndexStep[] Steps() =>
    [
        .. _fields.Where(field => field.Tests.All(test => test.Key is not null))
            .Select(field => new IndexStep(field.Name, [.. field.Tests.Select(test => test.Key!)]))
            .OrderBy(step => step.Keys.Count).ThenBy(step => step.Keys.Max(key => key.Kind)).ThenBy(step => step.Field, StringComparer.Ordinal),
    ];

    /// <summary>The strings of which a field must be one; null where it may be something else.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        var keys = Array.Find(_fields, field => field.Name == name).Tests?.Select(test => test is LiteralTest ? test.Key?.Value as JsonString : null).ToArray();
        return keys is null || keys.Contains(null) ? null : [.. keys.Select(key => key!.Value)];
    }

    public bool Match(EventFields fields)
    {
        foreach (var (name, tests) in _fields)
        {
            if (!Holds(tests, fields.Of(name)))
            {
                return false;
            }
        }

        return !fields.HasElements || Agree(fields);
    }

    private static bool Holds(IReadOnlyList<ValueTest> tests, IReadOnlyList<EventField> values)
    {
        for (var i = 0; i < tests.Count; i++)
        {
            if (values.Count == 0 && tests[i].HoldsForAbsent)
            {
                return true;
            }

            for (var j = 0; j < values.Count; j++)
            {
                if (tests[i].Holds(values[j].Value))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether one choice of array elements meets all fields that are there.</summary>
    private bool Agree(EventFields fields)
    {
        // The ways to choose array elements that meet the fields looked at so far.
        var choices = new HashSet<ArrayElements> { ArrayElements.None };
        foreach (var (name, tests) in _fields)
        {
            if (fields.Of(name) is not { Count: > 0 } values)
            {
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
