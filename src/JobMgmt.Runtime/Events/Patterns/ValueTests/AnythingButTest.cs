using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns.ValueTests;

/// <summary><c>anything-but</c>: a field that is there, null included, and for which none of the tests holds.</summary>
internal sealed class AnythingButTest(IReadOnlyList<ValueTest> tests) : ValueTest
{
    public override bool Holds(JsonValue value) => !tests.Any(test => test.Holds(value));
}
