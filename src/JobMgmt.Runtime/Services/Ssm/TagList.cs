using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm;

/// <summary><c>[{Key, Value}]</c>, as SSM has tags.</summary>
internal static class TagList
{
    private const int Most = 50;

    /// <summary>A request's tags, in their order; the last of a key counts.</summary>
    public static JsonArray Read(JsonObject request, string member)
    {
        var tags = request.Objects(member);
        var constraints = new Constraints();
        for (var i = 0; i < tags.Count; i++)
        {
            var at = FormattableString.Invariant($"tags.{i + 1}.member");
            constraints.Check(tags[i].Text("Key") is not null, null, $"{at}.key", "Member must not be null").Length(tags[i].Text("Key"), $"{at}.key", 1, 128)
                .Check(tags[i].Text("Value") is not null, null, $"{at}.value", "Member must not be null").Length(tags[i].Text("Value"), $"{at}.value", 0, 256);
        }

        constraints.Enforce();
        return With(JsonArray.Empty, tags);
    }

    /// <summary>A list with further tags set.</summary>
    /// <exception cref="ServiceException">TooManyTagsError.</exception>
    public static JsonArray With(JsonArray tags, IEnumerable<JsonValue> more)
    {
        var all = new JsonObject(tags.Concat(more).Cast<JsonObject>().Select(tag => KeyValuePair.Create(tag.Text("Key")!, tag["Value"]!)));
        return all.Count > Most
            ? throw new ServiceException("TooManyTagsError", "The number of tags exceeds the limit of 50.")
            : new JsonArray(all.Select(tag => JsonObject.Of(("Key", tag.Key), ("Value", tag.Value))));
    }

    /// <summary>A list without the tags of these keys.</summary>
    public static JsonArray Without(JsonArray tags, IReadOnlyCollection<string> keys) =>
        new(tags.Cast<JsonObject>().Where(tag => !keys.Contains(tag.Text("Key")!)));
}
