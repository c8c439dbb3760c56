using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$distinct</c>: each value once.</summary>
internal sealed class DistinctFunction : BuiltinFunction
{
    public DistinctFunction()
        : base("distinct", "<x:x>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments[0] is not JsonArray { Count: > 1 } array)
        {
            return arguments[0];
        }

        var results = new JsonataArray { IsSequence = array is JsonataArray { IsSequence: true } };
        var texts = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new HashSet<double>();
        for (var i = 0; i < array.Count; i++)
        {
            var isNew = array[i] switch
            {
                JsonString text => texts.Add(text.Value),
                JsonNumber number => numbers.Add(number.ToDouble()),
                var item => !results.Any(known => DeepEquality.AreEqual(known, item)),
            };
            if (isNew)
            {
                results.Add(array[i]);
            }
        }

        return results;
    }
}
