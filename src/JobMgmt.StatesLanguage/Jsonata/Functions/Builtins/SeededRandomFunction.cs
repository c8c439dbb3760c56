using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

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

        var state = (ToInt64(seed) ^ Multiplier) & Mask;
        var high = Next(ref state, 26);
        var low = Next(ref state, 27);
        return Numeric.Of(((high << 27) + low) * (1.0 / (1L << 53)));
    }

    private const long Multiplier = 0x5DEECE66DL;
    private const long Mask = (1L << 48) - 1;

    // Java's cast: towards zero, and to the ends of the range.
    private static long ToInt64(double value) => value >= long.MaxValue ? long.MaxValue : value <= long.MinValue ? long.MinValue : (long)value;

    private static long Next(ref long state, int bits)
    {
        unchecked
        {
            state = ((state * Multiplier) + 0xBL) & Mask;
        }

        return state >> (48 - bits);
    }
}
