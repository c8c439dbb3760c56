using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$count</c>: how many items; 0 for undefined.</summary>
internal sealed class CountFunction : BuiltinFunction
{
    public CountFunction()
        : base("count", "<a:n>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => Numeric.Of(arguments.Array(0)?.Count ?? 0);
}
