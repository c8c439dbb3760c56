using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.ArrayRange(first, last, step)</c>: the numbers from first to last inclusive, at most 1000.</summary>
internal sealed class StatesArrayRange : IntrinsicFunction
{
    private const int MaxItems = 1000;

    public override string Name => "States.ArrayRange";

    public override int MinArguments => 3;

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random)
    {
        var (first, last, step) = (Integer(arguments, 0), Integer(arguments, 1), Integer(arguments, 2));
        if (step == 0)
        {
            throw Invalid("the step must not be 0.");
        }

        var items = new List<JsonValue>();
        for (decimal at = first; step > 0 ? at <= last : at >= last; at += step)
        {
            if (items.Count == MaxItems)
            {
                throw Invalid($"the range must not have more than {MaxItems} items.");
            }

            items.Add((long)at);
        }

        return new JsonArray((IReadOnlyList<JsonValue>)items);
    }
}
