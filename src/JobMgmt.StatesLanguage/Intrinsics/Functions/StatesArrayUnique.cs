using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.ArrayUnique(array)</c>: its items without repetition, in the order in which they first come.</summary>
internal sealed class StatesArrayUnique : IntrinsicFunction
{
    public override string Name => "States.ArrayUnique";

    public override int MinArguments => 1;

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random)
    {
        var seen = new HashSet<JsonValue>();
        return new JsonArray(Array(arguments, 0).Where(seen.Add));
    }
}
