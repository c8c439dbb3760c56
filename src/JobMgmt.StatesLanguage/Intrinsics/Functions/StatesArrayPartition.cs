using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.ArrayPartition(array, size)</c>: the array in pieces of that size; the last may be shorter.</summary>
internal sealed class StatesArrayPartition : IntrinsicFunction
{
    public override string Name => "States.ArrayPartition";

    public override int MinArguments => 2;

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random)
    {
        var array = Array(arguments, 0);
        var size = Integer(arguments, 1);
        if (size < 1)
        {
            throw Invalid("the chunk size must be a positive integer.");
        }

        var step = (int)Math.Min(size, int.MaxValue / 2);
        var pieces = new List<JsonValue>();
        for (var i = 0; i < array.Count; i += step)
        {
            pieces.Add(new JsonArray(array.Skip(i).Take(step)));
        }

        return new JsonArray((IReadOnlyList<JsonValue>)pieces);
    }
}
