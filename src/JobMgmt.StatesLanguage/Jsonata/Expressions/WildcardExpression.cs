using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>*</c>: the values of all fields, arrays taken apart.</summary>
internal sealed class WildcardExpression : Expression
{
    public WildcardExpression(int position)
        : base(position)
    {
    }

    public override string TypeName => "wildcard";

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame)
    {
        var value = input is JsonataArray { IsOuterWrapper: true, Count: > 0 } wrapper ? wrapper.Items[0] : input;
        var results = JsonataArray.Sequence();
        foreach (var field in Fields(value))
        {
            if (field is JsonArray array)
            {
                Sequences.Flatten(array, results);
                results.IsSequence = false; // appended to: what comes of that is no sequence
            }
            else
            {
                results.Add(field);
            }
        }

        frame.Run.CheckItems(results.Count);
        return results;
    }

    private static IEnumerable<JsonValue> Fields(JsonValue? value) => value switch
    {
        JsonObject obj => obj.Select(member => member.Value),
        JsonArray array => array,
        _ => [],
    };
}
