using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$power</c>: the first to the power of the second.</summary>
internal sealed class PowerFunction : BuiltinFunction
{
    public PowerFunction()
        : base("power", "<n-n:n>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Number(0) is not { } value)
        {
            return null;
        }

        var result = arguments.Number(1) is { } exponent ? Math.Pow(value, exponent) : double.NaN;
        return double.IsNaN(result) || double.IsInfinity(result)
            ? throw new JsonataException("D3061", value: arguments[0]).With("index", 1).With("exp", arguments[1])
            : Numeric.Of(result);
    }
}
