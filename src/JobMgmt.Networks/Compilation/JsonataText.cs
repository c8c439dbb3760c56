using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>Texts for JSONata states: expressions, and constants that must not be taken for one.</summary>
internal static class JsonataText
{
    private const string Begin = "{%";
    private const string End = "%}";

    /// <summary>A field that is an expression.</summary>
    internal static string Expression(string expression) => $"{Begin} {expression} {End}";

    /// <summary>A text within an expression. Without a delimiter in it: whoever looks for the end of the expression must not find it there.</summary>
    internal static string Quote(string text) => new JsonString(text).ToString().Replace(End, "\\u0025}").Replace(Begin, "{\\u0025");

    /// <summary>Texts as an array within an expression.</summary>
    internal static string Quote(IEnumerable<string> texts) => "[" + string.Join(",", texts.Select(Quote)) + "]";

    /// <summary>A constant text as a field. One that looks like an expression is written as an expression that gives it.</summary>
    internal static string Constant(string text) =>
        text.StartsWith(Begin, StringComparison.Ordinal) || text.EndsWith(End, StringComparison.Ordinal) ? Expression(Quote(text)) : text;

    /// <summary>The text that a constant stands for.</summary>
    internal static string Read(string constant)
    {
        const string before = Begin + " \"";
        const string after = "\" " + End;
        return constant.Length > before.Length + after.Length && constant.StartsWith(before, StringComparison.Ordinal) && constant.EndsWith(after, StringComparison.Ordinal)
            && JsonValue.TryParse(constant.Substring(before.Length - 1, constant.Length - before.Length - after.Length + 2), out var value) && value is JsonString text
            ? text.Value
            : constant;
    }
}
