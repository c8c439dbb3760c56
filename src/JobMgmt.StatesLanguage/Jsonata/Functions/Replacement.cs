using System.Globalization;
using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Functions;

/// <summary>What <c>$replace</c> does.</summary>
internal static class Replacement
{
    /// <summary>Replaces a text by another one, which is taken as it stands.</summary>
    public static string ByText(string text, string pattern, string replacement, double limit)
    {
        var result = new StringBuilder();
        var position = 0;
        var at = text.IndexOf(pattern, StringComparison.Ordinal);
        for (var count = 0; at >= 0 && count < limit; count++)
        {
            result.Append(text, position, at - position).Append(replacement);
            position = at + pattern.Length;
            at = text.IndexOf(pattern, position, StringComparison.Ordinal);
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>Replaces matches by a template with <c>$1</c>, or by what a function makes of each.</summary>
    public static string ByMatch(Arguments arguments, JsonataFunction matcher, string text, double limit)
    {
        var result = new StringBuilder();
        var position = 0;
        foreach (var match in Matcher.Matches(arguments, matcher, text, limit))
        {
            var start = Matcher.Place(match, "start", text);
            result.Append(text, Math.Min(position, start), Math.Abs(start - position));
            result.Append(arguments[2] switch
            {
                JsonString template => Fill(template.Value, match),
                JsonataFunction function => arguments.Call(function, match) switch
                {
                    JsonString made => made.Value,
                    var other => throw new JsonataException("D3012", value: other),
                },
                var other => throw new JsonataException("D3012", value: other),
            });
            position = Math.Min(text.Length, start + Matcher.Text(match).Length);
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    // $$ is a dollar sign, $0 the match, $n a group: as many digits as there can be groups; else the dollar sign stands for itself.
    private static string Fill(string template, JsonObject match)
    {
        var groups = match["groups"] as JsonArray ?? JsonArray.Empty;
        var result = new StringBuilder();
        var position = 0;
        for (var dollar = template.IndexOf('$'); dollar >= 0; dollar = template.IndexOf('$', position))
        {
            result.Append(template, position, dollar - position);
            position = dollar + 1;
            var next = position < template.Length ? template[position] : '\0';
            if (next is '$' or '0')
            {
                result.Append(next == '$' ? "$" : Matcher.Text(match));
                position++;
                continue;
            }

            position += Group(template, position, groups, result);
        }

        return result.Append(template, position, template.Length - position).ToString();
    }

    private static int Group(string template, int position, JsonArray groups, StringBuilder result)
    {
        var maxDigits = groups.Count == 0 ? 1 : groups.Count.ToString(CultureInfo.InvariantCulture).Length;
        var (number, length) = Digits(template, position, maxDigits);
        if (maxDigits > 1 && number > groups.Count)
        {
            (number, length) = Digits(template, position, maxDigits - 1);
        }

        if (length == 0)
        {
            result.Append('$');
            return 0;
        }

        if (number >= 1 && number <= groups.Count && groups[number - 1] is JsonString group)
        {
            result.Append(group.Value);
        }

        return number.ToString(CultureInfo.InvariantCulture).Length;
    }

    private static (int Number, int Length) Digits(string text, int at, int max)
    {
        var number = 0;
        var length = 0;
        while (length < max && at + length < text.Length && text[at + length] is >= '0' and <= '9')
        {
            number = (number * 10) + text[at + length++] - '0';
        }

        return (number, length);
    }
}
