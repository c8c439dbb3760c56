using JobMgmt.Runtime.Events.Patterns.Index;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns.ValueTests;

/// <summary><c>suffix</c>: a string that ends so.</summary>
internal sealed class SuffixTest(string suffix, bool ignoreCase = false) : ValueTest
{
    public override IndexKey Key => new(ignoreCase ? IndexKeyKind.SuffixAnyCase : IndexKeyKind.Suffix, new JsonString(suffix));

    public override bool Holds(JsonValue value) =>
        value is JsonString text && text.Value.EndsWith(suffix, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
