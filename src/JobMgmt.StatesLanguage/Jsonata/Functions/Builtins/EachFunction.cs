using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$each</c>: what a function makes of each member's value and name.</summary>
internal sealed class EachFunction : BuiltinFunction
{
    public EachFunction()
        : base("each", "<o-f:a>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        var results = JsonataArray.Sequence();
        if (arguments[0] is JsonObject obj)
        {
            foreach (var member in obj)
            {
                if (arguments.CallBack(arguments.Function(1)!, member.Value, member.Key, obj) is { } result)
                {
                    results.Add(result);
                }
            }
        }

        return results;
    }
}
