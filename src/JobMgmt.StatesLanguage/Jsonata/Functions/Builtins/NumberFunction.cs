using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$number</c>: makes a number of a string or boolean.</summary>
internal sealed class NumberFunction : BuiltinFunction
{
    public NumberFunction()
        : base("number", "<(nsb)-:n>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) =>
        arguments[0] switch
        {
            null => null,
            JsonNumber number => number,
            JsonBoolean boolean => Numeric.Of(boolean.Value ? 1 : 0),
            JsonString text when JsonataNumber.TryParse(text.Value, out var value) => Numeric.Of(value),
            var other => throw new JsonataException("D3030", value: other).With("index", 1),
        };
}
