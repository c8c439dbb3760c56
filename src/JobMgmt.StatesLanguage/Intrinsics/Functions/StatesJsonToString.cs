using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.JsonToString(value)</c>: the value as compact JSON text.</summary>
internal sealed class StatesJsonToString : IntrinsicFunction
{
    public override string Name => "States.JsonToString";

    public override int MinArguments => 1;

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random) => new JsonString(arguments[0].ToString());
}
