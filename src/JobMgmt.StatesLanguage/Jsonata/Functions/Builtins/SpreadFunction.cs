using System.Runtime.CompilerServices;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$spread</c>: an object of one member for each member.</summary>
internal sealed class SpreadFunction : BuiltinFunction
{
    public SpreadFunction()
        : base("spread", "<x-:a<o>>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => Spread(arguments[0]);

    private static JsonValue? Spread(JsonValue? value)
    {
        if (value is not (JsonArray or JsonObject))
        {
            return value;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        var results = JsonataArray.Sequence();
        if (value is JsonArray array)
        {
            foreach (var item in array)
            {
                Sequences.AddAll(results, Spread(item));
                results.IsSequence = false; // appended to: no sequence any more
            }
        }
        else
        {
            foreach (var member in (JsonObject)value)
            {
                results.Add(JsonObject.FromUnique([member]));
            }
        }

        return results;
    }
}
