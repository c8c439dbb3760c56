using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$map</c>: what a function makes of each item.</summary>
internal sealed class MapFunction : BuiltinFunction
{
    public MapFunction()
        : base("map", "<af>", 2)
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
            if (arguments.CallBack(arguments.Function(1)!, array[i], Numeric.Of(i), array) is { } result)
            {
                results.Add(result);
            }
        }

        return results;
    }
}
