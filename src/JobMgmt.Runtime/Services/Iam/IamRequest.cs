using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Iam;

/// <summary>What IAM's requests have in common.</summary>
internal static class IamRequest
{
    private const string NamePattern = @"[\w+=,.@-]+";

    /// <summary>A role's or policy's name.</summary>
    public static string Name(JsonObject request, string member, int most)
    {
        var name = request.Text(member);
        var shown = char.ToLowerInvariant(member[0]) + member[1..];
        new Constraints().Check(name is not null, null, shown, "Member must not be null")
            .Length(name, shown, 1, most).Pattern(name, shown, NamePattern).Enforce();
        return name!;
    }

    public static string RoleName(JsonObject request) => Name(request, "RoleName", 64);

    public static string PolicyName(JsonObject request) => Name(request, "PolicyName", 128);

    /// <summary>The role that a request names.</summary>
    public static RoleRecord Role(StoreConnection store, JsonObject request)
    {
        var name = RoleName(request);
        return RoleStore.Find(store, name) ?? throw IamErrors.NoRole(name);
    }

    /// <summary>A policy, which must be a JSON object; its text is kept as it came.</summary>
    public static string Policy(JsonObject request, string member)
    {
        var text = request.Text(member);
        var shown = char.ToLowerInvariant(member[0]) + member[1..];
        new Constraints().Check(text is not null, null, shown, "Member must not be null").Length(text, shown, 1, 131072).Enforce();
        return JsonValue.TryParse(text!, out var policy) && policy is JsonObject ? text! : throw IamErrors.BadPolicy;
    }

    /// <summary>The tags, with the new ones set.</summary>
    public static JsonArray Merge(JsonArray tags, IEnumerable<JsonObject> added)
    {
        var all = tags.Cast<JsonObject>().ToDictionary(tag => tag.Text("Key")!, tag => tag.Text("Value")!, StringComparer.OrdinalIgnoreCase);
        foreach (var tag in added)
        {
            var key = tag.Text("Key");
            new Constraints().Check(key is not null, null, "tags.key", "Member must not be null").Length(key, "tags.key", 1, 128)
                .Length(tag.Text("Value"), "tags.value", 0, 256).Enforce();
            all[key!] = tag.Text("Value") ?? "";
        }

        return all.Count <= 50 ? new JsonArray(all.Select(tag => (JsonValue)JsonObject.Of(("Key", tag.Key), ("Value", tag.Value))).ToArray())
            : throw new ServiceException("LimitExceeded", "The number of tags has reached the maximum limit.", 409);
    }
}
