using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$replace</c>: replaces a text or the matches of a regular expression.</summary>
internal sealed class ReplaceFunction : BuiltinFunction
{
    public ReplaceFunction()
        : base("replace", "<s-(sf)(sf)n?:s>", 4)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Text(0) is not { } text)
        {
            return null;
        }

        if (arguments[1] is JsonString { Value.Length: 0 })
        {
            throw new JsonataException("D3010", value: arguments[1]).With("index", 2);
        }

        var limit = arguments.Number(3) ?? double.PositiveInfinity;
        if (limit < 0)
        {
            throw new JsonataException("D3011", value: arguments[3]).With("index", 4);
        }

        var result = arguments[1] is JsonataFunction matcher
            ? Replacement.ByMatch(arguments, matcher, text, limit)
            : Replacement.ByText(text, arguments.Text(1) ?? "undefined", arguments[2] is JsonString by ? by.Value : string.Empty, limit);
        arguments.Run.CheckLength(result.Length);
        return result;
    }
}
