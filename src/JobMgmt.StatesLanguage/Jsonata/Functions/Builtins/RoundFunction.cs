using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$round</c>: rounds to so many decimal places, halves to the even neighbour.</summary>
internal sealed class RoundFunction : BuiltinFunction
{
    public RoundFunction()
        : base("round", "<n-n?:n>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => arguments.Number(0) is { } value ? Numeric.Of(Rounding.HalfEven(value, arguments.Number(1) ?? 0)) : null;
}
