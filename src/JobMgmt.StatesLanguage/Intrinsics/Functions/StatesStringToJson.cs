using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.StringToJson(text)</c>: the value that a JSON text holds; a blank text gives null.</summary>
internal sealed class StatesStringToJson : IntrinsicFunction
{
    public override string Name => "States.StringToJson";

    public override int MinArguments => 1;

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random)
    {
        var text = Text(arguments, 0);
        if (string.IsNullOrWhiteSpace(text))
        {
            return JsonNull.Instance;
        }

        if (!JsonValue.TryParse(text, out var value))
        {
            throw Invalid("argument 1 is not valid JSON.");
        }

        return value is JsonNumber { Text: "-0" } ? new JsonNumber(0L) : value;
    }
}
