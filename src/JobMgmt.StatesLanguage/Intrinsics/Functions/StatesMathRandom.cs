using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.MathRandom(start, end[, seed])</c>: a whole number from start inclusive to end exclusive; the same for the same seed, drawn as <c>$random</c> draws it.</summary>
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

        var range = end - start;
        return arguments.Count == 3 && range is > 0 and <= int.MaxValue
            ? start + new JavaRandom(Integer(arguments, 2)).Next(range)
            : unchecked(start + (long)(random.Next() % (ulong)range));
    }
}
