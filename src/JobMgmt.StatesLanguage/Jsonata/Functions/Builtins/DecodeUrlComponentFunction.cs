using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Texts;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$decodeUrlComponent</c>: undoes <c>$encodeUrlComponent</c>.</summary>
internal sealed class DecodeUrlComponentFunction : BuiltinFunction
{
    public DecodeUrlComponentFunction()
        : base("decodeUrlComponent", "<s-:s>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) =>
        arguments.Text(0) is not { } text ? (JsonValue?)null
            : UrlText.Decode(text, component: true) ?? throw new JsonataException("D3140", value: text).With("functionName", Name);
}
