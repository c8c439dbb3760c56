using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions;

/// <summary>What a built-in function is called with. Types are checked again, because a partial application has no signature.</summary>
internal readonly struct Arguments
{
    private readonly JsonValue?[] _values;

    public Arguments(JsonValue?[] values, JsonValue? input, Frame frame)
    {
        _values = values;
        Input = input;
        Frame = frame;
    }

    public int Count => _values.Length;

    /// <summary>The context value of the call.</summary>
    public JsonValue? Input { get; }

    public Frame Frame { get; }

    public EvaluationRun Run => Frame.Run;

    public JsonValue? this[int index] => index < _values.Length ? _values[index] : null;

    /// <summary>A string; null where it is undefined.</summary>
    public string? Text(int index) => Of<JsonString>(index)?.Value;

    /// <summary>A number; null where it is undefined.</summary>
    public double? Number(int index) => Of<JsonNumber>(index)?.ToDouble();

    public JsonArray? Array(int index) => Of<JsonArray>(index);

    public JsonObject? Object(int index) => Of<JsonObject>(index);

    public JsonataFunction? Function(int index) => Of<JsonataFunction>(index);

    /// <summary>Calls a function with as many of the values as it takes, and at least the first.</summary>
    public JsonValue? CallBack(JsonataFunction function, JsonValue? value, JsonValue? position, JsonValue? whole) => function.Arity switch
    {
        <= 1 => Call(function, value),
        2 => Call(function, value, position),
        _ => Call(function, value, position, whole),
    };

    public JsonValue? Call(JsonataFunction function, params JsonValue?[] arguments) =>
        Invocation.Apply(function, arguments, JsonNull.Instance, Frame);

    private T? Of<T>(int index)
        where T : JsonValue => this[index] switch
        {
            null => null,
            T value => value,
            var other => throw new JsonataException("T0410", value: other).With("index", index + 1),
        };
}
