using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.ArrayContains(array, value)</c>: whether one of the items equals the value.</summary>
internal sealed class StatesArrayContains : IntrinsicFunction
{
    public override string Name => "States.ArrayContains";

    public override int MinArguments => 2;

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random) => Array(arguments, 0).Contains(arguments[1]);
}
