using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$random</c>: a number from 0 on and below 1; the same for the same seed, drawn as Java draws it (Step Functions).</summary>
internal sealed class SeededRandomFunction : BuiltinFunction
{
    public SeededRandomFunction()
        : base("random", "<x?:n>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Number(0) is not { } seed)
        {
            return Numeric.Of(arguments.Run.NextDouble());
        }

        return Numeric.Of(new JavaRandom(ToInt64(seed)).NextDouble());
    }

    // Java's cast: towards zero, and to the ends of the range.
    private static long ToInt64(double value) => value >= long.MaxValue ? long.MaxValue : value <= long.MinValue ? long.MinValue : (long)value;
}
