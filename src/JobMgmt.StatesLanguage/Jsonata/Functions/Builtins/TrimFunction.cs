using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$trim</c>: without white space around it, and with single spaces within.</summary>
internal sealed class TrimFunction : BuiltinFunction
{
    public TrimFunction()
        : base("trim", "<s-:s>", 1)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Text(0) is not { } text)
        {
            return null;
        }

        return string.Join(" ", text.Split(_space, StringSplitOptions.RemoveEmptyEntries));
    }

    private static readonly char[] _space = [' ', '\t', '\n', '\r'];
}
