using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$range</c>: the whole numbers from a start to an end, both inclusive, by a step (Step Functions).</summary>
internal sealed class RangeFunction : BuiltinFunction
{
    public RangeFunction()
        : base("range", "<x?x?x?:x>", 3)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        var start = Whole(arguments, 0) ?? throw Mismatch(1);
        var end = Whole(arguments, 1) ?? throw Mismatch(2);
        if (Whole(arguments, 2) is not { } step || step == 0 || (step > 0 ? start > end : start < end))
        {
            return null;
        }

        var count = Math.Floor((end - start) / step) + 1;
        arguments.Run.CheckItems(count > MaxItems ? double.PositiveInfinity : count);

        var results = JsonataArray.Sequence();
        for (var i = 0; i < count; i++)
        {
            results.Add(Numeric.Of(start + (i * step)));
        }

        return results;
    }

    private const double MaxItems = 360_145; // measured on AWS: its memory holds no more of them

    private static double? Whole(Arguments arguments, int index) => arguments.Number(index) is { } value ? Math.Truncate(value) : null;

    private static JsonataException Mismatch(int index) => new JsonataException("T0410").With("index", index);
}
