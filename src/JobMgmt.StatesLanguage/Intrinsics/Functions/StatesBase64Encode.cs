using System.Text;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.Base64Encode(text)</c>: the text's UTF-8 bytes in Base64; at most 10,000 characters.</summary>
internal sealed class StatesBase64Encode : IntrinsicFunction
{
    public override string Name => "States.Base64Encode";

    public override int MinArguments => 1;

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(ShortText(arguments, 0)));
}
