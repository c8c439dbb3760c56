using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$sum</c>: adds up numbers.</summary>
internal sealed class SumFunction : BuiltinFunction
{
    public SumFunction()
        : base("sum", "<a<n>:n>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => arguments.Array(0) is { } array ? Numeric.Of(array.Sum(item => ((JsonNumber)item).ToDouble())) : null;
}
