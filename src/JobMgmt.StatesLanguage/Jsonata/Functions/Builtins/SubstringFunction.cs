using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Texts;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$substring</c>: some characters from a position on; a negative one counts from the end.</summary>
internal sealed class SubstringFunction : BuiltinFunction
{
    public SubstringFunction()
        : base("substring", "<s-nn?:s>", 3)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Text(0) is not { } text)
        {
            return null;
        }

        var length = arguments.Number(2);
        return arguments.Number(1) is { } start ? CodePoints.Substring(text, start, length)
            : length is null ? text
            : string.Empty; // a length counts from a position: from none it reaches nowhere
    }
}
