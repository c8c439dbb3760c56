using System.Globalization;

namespace JobMgmt.Networks.Definitions;

/// <summary>What AWS takes as the key and the value of a resource tag.</summary>
internal static class TagRules
{
    private const int MaxKey = 128;

    /// <summary>The greatest length of a value.</summary>
    internal const int MaxValue = 256;

    /// <summary>The characters, in words.</summary>
    internal const string Characters = "letters, digits, spaces and any of _ . : / = + - @";

    internal static void Check(string thing, string place, IReadOnlyDictionary<string, string>? tags, List<NetworkFault> faults)
    {
        foreach (var tag in tags ?? new Dictionary<string, string>())
        {
            if (tag.Key.Length is 0 or > MaxKey || Unfit(tag.Key).Any())
            {
                faults.Add(new NetworkFault(
                    thing, place, $"'{tag.Key}' is no tag key.", "Use 1 to 128 " + Characters));
            }

            if (string.IsNullOrEmpty(tag.Value) || !IsValue(tag.Value))
            {
                faults.Add(new NetworkFault(
                    thing, place + "." + tag.Key, $"'{tag.Value}' is no tag value that a worker can be found by.", "Use 1 to 256 " + Characters));
            }
        }
    }

    /// <summary>Whether a text can be a tag's value.</summary>
    internal static bool IsValue(string text) => text.Length <= MaxValue && !Unfit(text).Any();

    /// <summary>What keeps a text from being a tag's value.</summary>
    internal static string Fault(string text) =>
        Unfit(text).Distinct(StringComparer.Ordinal).ToArray() is { Length: > 0 } unfit ? $"No tag takes {string.Join(" ", unfit)}." : $"It has {text.Length.ToString(CultureInfo.InvariantCulture)} characters.";

    // By whole characters: a letter may be of two code units.
    private static IEnumerable<string> Unfit(string text)
    {
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            if (!IsTagCharacter(text, i))
            {
                yield return text.Substring(i, char.IsSurrogatePair(text, i) ? 2 : 1);
            }
        }
    }

    private static bool IsTagCharacter(string text, int at) =>
        CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.SpaceSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        || char.IsLetterOrDigit(text, at)
        || text[at] is '_' or '.' or ':' or '/' or '=' or '+' or '-' or '@';
}
