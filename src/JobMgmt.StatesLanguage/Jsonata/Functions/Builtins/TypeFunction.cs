using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$type</c>: the name of a value's type.</summary>
internal sealed class TypeFunction : BuiltinFunction
{
    public TypeFunction()
        : base("type", "<x:s>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) =>
        arguments[0] switch
        {
            null => (JsonValue?)null,
            JsonataFunction => "function",
            JsonNull => "null",
            JsonNumber number => Numeric.IsNumeric(number, out _) ? "number" : "object",
            JsonString => "string",
            JsonBoolean => "boolean",
            JsonArray => "array",
            _ => "object",
        };
}
