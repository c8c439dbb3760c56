using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$contains</c>: whether a text or a match of a regular expression occurs.</summary>
internal sealed class ContainsFunction : BuiltinFunction
{
    public ContainsFunction()
        : base("contains", "<s-(sf):b>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments) =>
        arguments.Text(0) is not { } text ? null : arguments[1] switch
        {
            null => null,
            JsonataFunction matcher => Matcher.First(arguments, matcher, text) is not null,
            _ => text.IndexOf(arguments.Text(1)!, StringComparison.Ordinal) >= 0,
        };
}
