using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.ArrayLength(array)</c>: how many items it has.</summary>
internal sealed class StatesArrayLength : IntrinsicFunction
{
    public override string Name => "States.ArrayLength";

    public override int MinArguments => 1;

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random) => Array(arguments, 0).Count;
}
