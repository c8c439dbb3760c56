using System.Globalization;

namespace JobMgmt.Networks.Definitions;

/// <summary>What AWS takes as the key and the value of a resource tag.</summary>
internal static class TagRules
{
    private const int MaxKey = 128;
    private const int MaxValue = 256;

    internal static void Check(string thing, string place, IReadOnlyDictionary<string, string>? tags, List<NetworkFault> faults)
    {
        foreach (var tag in tags ?? new Dictionary<string, string>())
        {
            if (tag.Key.Length is 0 or > MaxKey || !tag.Key.All(IsTagCharacter))
            {
                faults.Add(new NetworkFault(
                    thing, place, $"'{tag.Key}' is no tag key.", "Use 1 to 128 letters, digits, spaces and any of _ . : / = + - @"));
            }

            if (string.IsNullOrEmpty(tag.Value) || tag.Value.Length > MaxValue || !tag.Value.All(IsTagCharacter))
            {
                faults.Add(new NetworkFault(
                    thing, place + "." + tag.Key, $"'{tag.Value}' is no tag value that a worker can be found by.", "Use 1 to 256 letters, digits, spaces and any of _ . : / = + - @"));
            }
        }
    }

    private static bool IsTagCharacter(char c) =>
        char.IsLetterOrDigit(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        || c is '_' or '.' or ':' or '/' or '=' or '+' or '-' or '@';
}
