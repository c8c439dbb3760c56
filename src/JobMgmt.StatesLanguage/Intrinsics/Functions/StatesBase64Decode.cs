using System.Text;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.Base64Decode(text)</c>: the text whose UTF-8 bytes are given in Base64; at most 10,000 characters.</summary>
internal sealed class StatesBase64Decode : IntrinsicFunction
{
    public override string Name => "States.Base64Decode";

    public override int MinArguments => 1;

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(ShortText(arguments, 0)));
        }
        catch (FormatException)
        {
            throw Invalid("argument 1 is not Base64.");
        }
    }
}
