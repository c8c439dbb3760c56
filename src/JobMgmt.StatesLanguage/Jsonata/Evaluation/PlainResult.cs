using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Functions;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Evaluation;

/// <summary>
/// Makes plain JSON of a result: sequences become arrays, undefined within an array null, and numbers are written as JSONata does
/// (<c>1.0</c> as <c>1</c>). What is plain already is passed on as it is.
/// </summary>
internal sealed class PlainResult
{
    private readonly EvaluationRun _run;

    public PlainResult(EvaluationRun run) => _run = run;

    /// <exception cref="JsonataException">There is a function in it.</exception>
    public JsonValue? Of(JsonValue? value) => value switch
    {
        null => null,
        JsonataFunction => throw new JsonataException(JsonataExpression.UnsupportedResult),
        JsonNumber number => Number(number),
        JsonArray array => Array(array),
        JsonObject obj => Object(obj),
        _ => value,
    };

    private static JsonValue Number(JsonNumber number)
    {
        if (JavaScriptNumber.IsCanonical(number.Text))
        {
            return number;
        }

        var value = number.ToDouble();
        var text = JavaScriptNumber.Format(value);
        return double.IsNaN(value) || double.IsInfinity(value) ? text
            : text == number.Text ? number
            : Numeric.Of(value);
    }

    private JsonArray Array(JsonArray array)
    {
        _run.EnsureStack();
        JsonValue[]? changed = array is JsonataArray ? new JsonValue[array.Count] : null;
        for (var i = 0; i < array.Count; i++)
        {
            var item = Of(array[i]) ?? JsonNull.Instance;
            if (changed is null && !ReferenceEquals(item, array[i]))
            {
                changed = array.ToArray();
            }

            if (changed is not null)
            {
                changed[i] = item;
            }
        }

        return changed is null ? array : new JsonArray((IReadOnlyList<JsonValue>)changed);
    }

    private JsonObject Object(JsonObject obj)
    {
        _run.EnsureStack();
        KeyValuePair<string, JsonValue>[]? changed = null;
        for (var i = 0; i < obj.Count; i++)
        {
            var member = obj[i];
            var value = Of(member.Value) ?? JsonNull.Instance;
            if (!ReferenceEquals(value, member.Value))
            {
                changed ??= obj.ToArray();
                changed[i] = new KeyValuePair<string, JsonValue>(member.Key, value);
            }
        }

        return changed is null ? obj : JsonObject.FromUnique(changed);
    }
}
