using JobMgmt.Runtime.Events.Patterns.Index;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns.ValueTests;

/// <summary><c>prefix</c>: a string that starts so.</summary>
internal sealed class PrefixTest(string prefix, bool ignoreCase = false) : ValueTest
{
    public override IndexKey Key => new(ignoreCase ? IndexKeyKind.PrefixAnyCase : IndexKeyKind.Prefix, new JsonString(prefix));

    public override bool Holds(JsonValue value) =>
        value is JsonString text && text.Value.StartsWith(prefix, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
