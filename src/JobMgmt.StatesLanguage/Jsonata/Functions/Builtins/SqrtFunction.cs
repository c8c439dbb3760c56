using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$sqrt</c>: the square root.</summary>
internal sealed class SqrtFunction : BuiltinFunction
{
    public SqrtFunction()
        : base("sqrt", "<n-:n>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) =>
        arguments.Number(0) switch
        {
            null => null,
            < 0 => throw new JsonataException("D3060", value: arguments[0]).With("index", 1),
            { } value => Numeric.Of(Math.Sqrt(value)),
        };
}
