using JobMgmt.Runtime.Events.Patterns.Index;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns.ValueTests;

/// <summary><c>equals-ignore-case</c>: the same string, whatever the case of its letters.</summary>
internal sealed class EqualsIgnoreCaseTest(string wanted) : ValueTest
{
    public override IndexKey Key => new(IndexKeyKind.WholeAnyCase, new JsonString(wanted));

    public override bool Holds(JsonValue value) => value is JsonString text && string.Equals(text.Value, wanted, StringComparison.OrdinalIgnoreCase);
}
