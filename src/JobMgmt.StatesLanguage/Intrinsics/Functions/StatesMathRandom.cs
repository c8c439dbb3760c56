using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.MathRandom(start, end[, seed])</c>: a whole number from start inclusive to end exclusive; the same for the same seed.</summary>
internal sealed class StatesMathRandom : IntrinsicFunction
{
    public override string Name => "States.MathRandom";

    public override int MinArguments => 2;

    public override int MaxArguments => 3;

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random)
    {
        var (start, end) = (Integer(arguments, 0), Integer(arguments, 1));
        if (start >= end)
        {
            throw Invalid("the start must be less than the end.");
        }

        var bits = arguments.Count == 3 ? Mix((ulong)Integer(arguments, 2)) : random.Next();
        return unchecked(start + (long)(bits % (ulong)(end - start)));
    }

    // SplitMix64's finaliser: neighbouring seeds give numbers that have nothing in common.
    private static ulong Mix(ulong seed)
    {
        unchecked
        {
            var z = seed + 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
