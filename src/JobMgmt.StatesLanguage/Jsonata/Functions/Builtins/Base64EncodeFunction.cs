using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Texts;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$base64encode</c>: the low bytes of the characters in base 64.</summary>
internal sealed class Base64EncodeFunction : BuiltinFunction
{
    public Base64EncodeFunction()
        : base("base64encode", "<s-:s>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => arguments.Text(0) is { } text ? Base64Text.Encode(text) : (JsonValue?)null;
}
