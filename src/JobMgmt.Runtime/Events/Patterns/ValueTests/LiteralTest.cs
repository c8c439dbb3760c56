using JobMgmt.Runtime.Events.Patterns.Index;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns.ValueTests;

/// <summary>A string, number, boolean or null: the same value. Numbers are equal by value, <c>300</c> and <c>3.0e2</c>.</summary>
internal sealed class LiteralTest(JsonValue literal) : ValueTest
{
    public override IndexKey Key => new(IndexKeyKind.Whole, literal);

    public override bool Holds(JsonValue value) => literal.Equals(value);
}
