using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$reduce</c>: folds an array from the left.</summary>
internal sealed class ReduceFunction : BuiltinFunction
{
    public ReduceFunction()
        : base("reduce", "<afj?:j>", 3)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Array(0) is not { } array)
        {
            return null;
        }

        var function = arguments.Function(1)!;
        if (function.Arity < 2)
        {
            throw new JsonataException("D3050").With("index", 1);
        }

        var hasStart = arguments[2] is not null || array.Count == 0;
        var result = hasStart ? arguments[2] : array[0];
        for (var i = hasStart ? 0 : 1; i < array.Count; i++)
        {
            result = function.Arity switch
            {
                2 => arguments.Call(function, result, array[i]),
                3 => arguments.Call(function, result, array[i], Numeric.Of(i)),
                _ => arguments.Call(function, result, array[i], Numeric.Of(i), array),
            };
        }

        return result;
    }
}
