using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$sort</c>: in order; a function tells whether its first argument belongs behind its second.</summary>
internal sealed class SortFunction : BuiltinFunction
{
    public SortFunction()
        : base("sort", "<af?:a>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Array(0) is not { Count: > 1 } array)
        {
            return arguments[0];
        }

        var call = arguments;
        if (arguments.Function(1) is { } comparator)
        {
            return MergeSort.Sort(array, (left, right) => Truth.IsJavaScriptTruthy(call.Call(comparator, left, right)));
        }

        if (array.All(item => Numeric.IsNumeric(item, out _)))
        {
            return MergeSort.Sort(array, (left, right) => ((JsonNumber)left!).ToDouble() > ((JsonNumber)right!).ToDouble());
        }

        return array.All(item => item is JsonString)
            ? MergeSort.Sort(array, (left, right) => string.CompareOrdinal(((JsonString)left!).Value, ((JsonString)right!).Value) > 0)
            : throw new JsonataException("D3070").With("index", 1);
    }
}
