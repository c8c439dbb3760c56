using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$filter</c>: the items for which a function is true.</summary>
internal sealed class FilterFunction : BuiltinFunction
{
    public FilterFunction()
        : base("filter", "<af>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Array(0) is not { } array)
        {
            return null;
        }

        var results = JsonataArray.Sequence();
        for (var i = 0; i < array.Count; i++)
        {
            if (Truth.IsTrue(arguments.CallBack(arguments.Function(1)!, array[i], Numeric.Of(i), array)))
            {
                results.Add(array[i]);
            }
        }

        return results;
    }
}
