using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$substringBefore</c>: what stands before a text; all where it does not occur.</summary>
internal sealed class SubstringBeforeFunction : BuiltinFunction
{
    public SubstringBeforeFunction()
        : base("substringBefore", "<s-s:s>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) =>
        arguments.Text(0) is not { } text ? (JsonValue?)null
            : text.IndexOf(arguments.Text(1) ?? "undefined", StringComparison.Ordinal) is >= 0 and var at ? text.Substring(0, at) : text;
}
