using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$average</c>: the mean of numbers.</summary>
internal sealed class AverageFunction : BuiltinFunction
{
    public AverageFunction()
        : base("average", "<a<n>:n>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => arguments.Array(0) is { Count: > 0 } array ? Numeric.Of(array.Sum(item => ((JsonNumber)item).ToDouble()) / array.Count) : null;
}
