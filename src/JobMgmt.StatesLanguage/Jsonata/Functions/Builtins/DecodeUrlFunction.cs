using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Texts;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$decodeUrl</c>: undoes <c>$encodeUrl</c>.</summary>
internal sealed class DecodeUrlFunction : BuiltinFunction
{
    public DecodeUrlFunction()
        : base("decodeUrl", "<s-:s>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) =>
        arguments.Text(0) is not { } text ? (JsonValue?)null
            : UrlText.Decode(text, component: false) ?? throw new JsonataException("D3140", value: text).With("functionName", Name);
}
