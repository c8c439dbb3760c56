using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$max</c>: the largest number.</summary>
internal sealed class MaxFunction : BuiltinFunction
{
    public MaxFunction()
        : base("max", "<a<n>:n>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => arguments.Array(0) is { Count: > 0 } array ? Numeric.Of(array.Max(item => ((JsonNumber)item).ToDouble())) : null;
}
