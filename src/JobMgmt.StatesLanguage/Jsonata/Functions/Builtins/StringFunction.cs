using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$string</c>: makes a string of any value: JSON, unless it is one.</summary>
internal sealed class StringFunction : BuiltinFunction
{
    public StringFunction()
        : base("string", "<x-b?:s>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => StringForm.Of(arguments[0], arguments[1] is JsonBoolean { Value: true }) is { } text ? text : (JsonValue?)null;
}
