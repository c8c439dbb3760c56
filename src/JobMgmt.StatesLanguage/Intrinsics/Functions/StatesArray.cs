using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.Array(a, b…)</c>: an array of its arguments.</summary>
internal sealed class StatesArray : IntrinsicFunction
{
    public override string Name => "States.Array";

    public override int MinArguments => 0;

    public override int MaxArguments => int.MaxValue;

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random) => new JsonArray(arguments);
}
