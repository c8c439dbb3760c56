using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Texts;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$base64decode</c>: a character for each byte of base 64.</summary>
internal sealed class Base64DecodeFunction : BuiltinFunction
{
    public Base64DecodeFunction()
        : base("base64decode", "<s-:s>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) => arguments.Text(0) is { } text ? Base64Text.Decode(text) : (JsonValue?)null;
}
