using JobMgmt.Runtime.Events.Patterns.Index;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns.ValueTests;

/// <summary><c>numeric</c>: a number (a string with digits is none) between the bounds that are given.</summary>
internal sealed class NumericTest(JsonNumber? bottom, bool openBottom, JsonNumber? top, bool openTop) : ValueTest
{
    public override IndexKey? Key => bottom is not null && ReferenceEquals(bottom, top) ? new IndexKey(IndexKeyKind.Whole, bottom) : null;

    public override bool Holds(JsonValue value) => value is JsonNumber number
        && (bottom is null || JsonNumber.Compare(number, bottom) is var low && (openBottom ? low > 0 : low >= 0))
        && (top is null || JsonNumber.Compare(number, top) is var high && (openTop ? high < 0 : high <= 0));
}
