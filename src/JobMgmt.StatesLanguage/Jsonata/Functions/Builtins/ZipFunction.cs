using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$zip</c>: the first items of all arrays, then the second ones, and so on.</summary>
internal sealed class ZipFunction : BuiltinFunction
{
    public ZipFunction()
        : base("zip", "<a+>", 0)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        var length = arguments.Count == 0 ? 0 : int.MaxValue;
        for (var i = 0; i < arguments.Count; i++)
        {
            length = Math.Min(length, arguments[i] is JsonArray array ? array.Count : 0);
        }

        var results = new JsonataArray();
        for (var at = 0; at < length; at++)
        {
            var tuple = new JsonataArray();
            for (var i = 0; i < arguments.Count; i++)
            {
                tuple.Add(((JsonArray)arguments[i]!)[at]);
            }

            results.Add(tuple);
        }

        return results;
    }
}
