using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Texts;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$encodeUrl</c>: escapes what may not stand in a URL.</summary>
internal sealed class EncodeUrlFunction : BuiltinFunction
{
    public EncodeUrlFunction()
        : base("encodeUrl", "<s-:s>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) =>
        arguments.Text(0) is not { } text ? (JsonValue?)null
            : UrlText.Encode(text, component: false) ?? throw new JsonataException("D3140", value: text).With("functionName", Name);
}
