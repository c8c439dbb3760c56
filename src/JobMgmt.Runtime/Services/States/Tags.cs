using System.Globalization;
using System.Text;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>Tags of a state machine or an activity: at most 50, keys of 1 to 128 characters, values of up to 256: letters, digits, white space and some marks. Keys in <c>aws:</c> are AWS's own.</summary>
internal static class Tags
{
    private const int Most = 50;

    /// <summary>The request's <c>tags</c>, checked.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(JsonObject request)
    {
        var tags = new List<KeyValuePair<string, string>>();
        foreach (var tag in request.Objects("tags"))
        {
            var (key, value) = (tag.Text("key") ?? "", tag.Text("value") ?? "");
            if (!IsUsable(key) || !IsUsable(value))
            {
                throw new ServiceException("ValidationException", $"The tag '{key}' with the value '{value}' is not valid: tags may only contain Unicode letters, digits, white space, or these symbols: _ . : / = + - @");
            }

            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw new ServiceException("ValidationException", $"The tag key '{key}' is not valid: keys that begin with 'aws:' are reserved for AWS.");
            }

            tags.Add(KeyValuePair.Create(key, value));
        }

        return tags;
    }

    // The combining marks belong to the letters of many scripts.
    private static bool IsUsable(string text) => text.EnumerateRunes().All(rune =>
        (rune.IsAscii && "_.:/=+-@".Contains((char)rune.Value, StringComparison.Ordinal)) || Rune.IsLetterOrDigit(rune) || Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    /// <summary>Refuses an ARN that is no state machine's or activity's.</summary>
    /// <exception cref="ServiceException">ResourceNotFound.</exception>
    public static void CheckResource(StoreConnection connection, string arn)
    {
        if (StateMachineStore.Find(connection, arn) is null && ActivityStore.Find(connection, arn) is null)
        {
            throw StatesErrors.ResourceNotFound(arn);
        }
    }

    /// <summary>Sets them, in the caller's transaction.</summary>
    /// <exception cref="ServiceException">TooManyTags.</exception>
    public static void Set(StoreConnection connection, string arn, IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        foreach (var (key, value) in tags)
        {
            TagStore.Set(connection, arn, key, value);
        }

        if (TagStore.List(connection, arn).Count > Most)
        {
            throw new ServiceException("TooManyTags", $"Too many tags for resource '{arn}': a resource has at most 50.", 400, JsonObject.Of(("resourceName", arn)));
        }
    }

    /// <summary>As a response shows them.</summary>
    public static JsonArray Describe(IEnumerable<KeyValuePair<string, string>> tags) =>
        new(tags.Select(tag => (JsonValue)JsonObject.Of(("key", tag.Key), ("value", tag.Value))));
}
