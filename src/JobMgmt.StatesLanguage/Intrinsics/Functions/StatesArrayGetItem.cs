using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.ArrayGetItem(array, index)</c>: the item at an index, from 0.</summary>
internal sealed class StatesArrayGetItem : IntrinsicFunction
{
    public override string Name => "States.ArrayGetItem";

    public override int MinArguments => 2;

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random)
    {
        var array = Array(arguments, 0);
        var index = Integer(arguments, 1);
        return index >= 0 && index < array.Count
            ? array[(int)index]
            : throw Invalid($"the index {index} is outside the array of {array.Count} items.");
    }
}
