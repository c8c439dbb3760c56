using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$single</c>: the one item for which a function is true.</summary>
internal sealed class SingleFunction : BuiltinFunction
{
    public SingleFunction()
        : base("single", "<af?>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Array(0) is not { } array)
        {
            return null;
        }

        var at = -1;
        for (var i = 0; i < array.Count; i++)
        {
            if (arguments.Function(1) is { } function && !Truth.IsTrue(arguments.CallBack(function, array[i], Numeric.Of(i), array)))
            {
                continue;
            }

            at = at < 0 ? i : throw new JsonataException("D3138").With("index", i);
        }

        return at < 0 ? throw new JsonataException("D3139") : array[at];
    }
}
