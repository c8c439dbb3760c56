using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$substringAfter</c>: what stands after a text; all where it does not occur.</summary>
internal sealed class SubstringAfterFunction : BuiltinFunction
{
    public SubstringAfterFunction()
        : base("substringAfter", "<s-s:s>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Text(0) is not { } text)
        {
            return null;
        }

        var marker = arguments.Text(1) ?? "undefined";
        var at = text.IndexOf(marker, StringComparison.Ordinal);
        return at < 0 ? text : text.Substring(at + marker.Length);
    }
}
