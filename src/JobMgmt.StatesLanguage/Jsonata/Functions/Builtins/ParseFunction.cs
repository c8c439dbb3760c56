using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Texts;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$parse</c>: the value of a JSON text (Step Functions).</summary>
internal sealed class ParseFunction : BuiltinFunction
{
    public ParseFunction()
        : base("parse", "<x?:x>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Text(0) is not { } text)
        {
            return null;
        }

        return JsonValue.TryParse(text, out var value) && !StrictJson.HasDuplicates(text) ? value : throw new JsonataException("D3137").With("message", "Invalid JSON");
    }
}
