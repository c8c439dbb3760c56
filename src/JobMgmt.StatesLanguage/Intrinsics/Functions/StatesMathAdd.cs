using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.MathAdd(a, b)</c>: the sum of two whole numbers within 32 bits.</summary>
internal sealed class StatesMathAdd : IntrinsicFunction
{
    public override string Name => "States.MathAdd";

    public override int MinArguments => 2;

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random)
    {
        var (left, right) = (Bounded(arguments, 0), Bounded(arguments, 1));
        return left + right;
    }

    private long Bounded(IReadOnlyList<JsonValue> arguments, int at) => Integer(arguments, at) is >= int.MinValue and <= int.MaxValue and var value
        ? value
        : throw Invalid($"argument {at + 1} must be between {int.MinValue} and {int.MaxValue}.");
}
