using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Texts;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$encodeUrlComponent</c>: escapes all that has a meaning in a URL.</summary>
internal sealed class EncodeUrlComponentFunction : BuiltinFunction
{
    public EncodeUrlComponentFunction()
        : base("encodeUrlComponent", "<s-:s>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) =>
        arguments.Text(0) is not { } text ? (JsonValue?)null
            : UrlText.Encode(text, component: true) ?? throw new JsonataException("D3140", value: text).With("functionName", Name);
}
