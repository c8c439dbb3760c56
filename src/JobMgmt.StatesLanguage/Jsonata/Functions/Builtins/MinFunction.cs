using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$min</c>: the smallest number.</summary>
internal sealed class MinFunction : BuiltinFunction
{
    public MinFunction()
        : base("min", "<a<n>:n>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => arguments.Array(0) is { Count: > 0 } array ? Numeric.Of(array.Min(item => ((JsonNumber)item).ToDouble())) : null;
}
