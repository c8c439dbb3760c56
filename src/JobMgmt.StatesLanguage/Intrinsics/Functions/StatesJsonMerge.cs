using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.JsonMerge(a, b, false)</c>: both objects' members, b's where both have one. AWS offers the shallow merge alone.</summary>
internal sealed class StatesJsonMerge : IntrinsicFunction
{
    public override string Name => "States.JsonMerge";

    public override int MinArguments => 3;

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random)
    {
        var merged = Object(arguments, 0);
        if (arguments[2] is not JsonBoolean deep)
        {
            throw Invalid($"argument 3 must be a boolean but was {arguments[2]}.");
        }

        if (deep.Value)
        {
            throw Invalid("only the shallow merge is supported: argument 3 must be false.");
        }

        return new JsonObject(merged.Concat(Object(arguments, 1)));
    }
}
