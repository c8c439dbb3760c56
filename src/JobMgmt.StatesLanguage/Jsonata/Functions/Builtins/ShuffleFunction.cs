using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$shuffle</c>: in an order by chance.</summary>
internal sealed class ShuffleFunction : BuiltinFunction
{
    public ShuffleFunction()
        : base("shuffle", "<a:a>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Array(0) is not { Count: > 1 } array)
        {
            return arguments[0];
        }

        var result = array.ToList();
        for (var i = 0; i < array.Count; i++)
        {
            var j = (int)Math.Floor(arguments.Run.NextDouble() * (i + 1));
            result[i] = result[j];
            result[j] = array[i];
        }

        return new JsonataArray(result);
    }
}
