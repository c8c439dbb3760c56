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
    private const int MaxNesting = 512; // what the JSON reader takes
    private readonly EvaluationRun _run;
    private int _nesting;

    public PlainResult(EvaluationRun run) => _run = run;

    /// <exception cref="JsonataException">There is a function in it.</exception>
    public JsonValue? Of(JsonValue? value) => value switch
    {
        null => null,
        JsonataFunction => throw new JsonataException(JsonataExpression.UnsupportedResult),
        JsonNumber number => Number(number),
        JsonArray or JsonObject => Container(value),
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

    private JsonValue Container(JsonValue value)
    {
        if (++_nesting > MaxNesting)
        {
            throw _run.TooDeep();
        }

        JsonValue result = value is JsonArray array ? Array(array) : Object((JsonObject)value);
        _nesting--;
        return result;
    }

    private JsonArray Array(JsonArray array)
    {
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
