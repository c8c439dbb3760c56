using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$formatBase</c>: a whole number as text in a base from 2 to 36.</summary>
internal sealed class FormatBaseFunction : BuiltinFunction
{
    public FormatBaseFunction()
        : base("formatBase", "<n-n?:s>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Number(0) is not { } value)
        {
            return null;
        }

        var radix = Rounding.HalfEven(arguments.Number(1) ?? 10, 0);
        return radix is < 2 or > 36
            ? throw new JsonataException("D3100", value: Numeric.Of(radix))
            : Radix.Format(Rounding.HalfEven(value, 0), (int)radix);
    }
}
