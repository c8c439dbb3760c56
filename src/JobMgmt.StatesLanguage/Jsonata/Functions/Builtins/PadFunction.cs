using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Texts;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$pad</c>: at least so wide, filled up behind it, or before it where the width is negative.</summary>
internal sealed class PadFunction : BuiltinFunction
{
    public PadFunction()
        : base("pad", "<s-ns?:s>", 3)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Text(0) is not { } text)
        {
            return null;
        }

        var width = Math.Truncate(arguments.Number(1) ?? 0);
        var missing = Math.Abs(width) - CodePoints.Count(text);
        if (!(missing > 0))
        {
            return text;
        }

        arguments.Run.CheckLength((long)Math.Min(missing, int.MaxValue));
        var fill = arguments.Text(2) is { Length: > 0 } given ? given : " ";
        var padding = CodePoints.Repeat(fill, (int)missing);
        return width > 0 ? text + padding : padding + text;
    }
}
