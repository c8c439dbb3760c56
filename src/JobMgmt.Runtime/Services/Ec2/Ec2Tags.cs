using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ec2;

/// <summary>Tags in requests: at most 50, keys 1 to 127 characters and not AWS's own, values up to 255, no key twice.</summary>
internal static class Ec2Tags
{
    /// <summary>The tags that RunInstances gives its instances.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ForInstances(JsonObject request) =>
        Check(request.Objects("TagSpecifications").Where(specification => specification.Text("ResourceType") == "instance")
            .SelectMany(specification => specification.Objects("Tags")));

    /// <summary>The tags in <c>Tags</c>.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> In(JsonObject request) => Check(request.Objects("Tags"));

    private static KeyValuePair<string, string>[] Check(IEnumerable<JsonObject> list)
    {
        var tags = list.Select(tag => KeyValuePair.Create(tag.Text("Key") ?? "", tag.Text("Value") ?? "")).ToArray();
        if (tags.GroupBy(tag => tag.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ServiceException("InvalidParameterValue", $"Duplicate tag key '{twice.Key}' specified.");
        }

        foreach (var (key, value) in tags)
        {
            if (key.Length is 0 or > 127 || value.Length > 255)
            {
                throw new ServiceException("InvalidParameterValue", $"Tag key '{key}' or its value has a length that is not allowed: keys 1 to 127, values up to 255 characters.");
            }

            if (key.Any(char.IsControl) || value.Any(char.IsControl))
            {
                throw new ServiceException("InvalidParameterValue", "Tag keys and values must not contain control characters.");
            }

            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw new ServiceException("InvalidParameterValue", $"Tag keys starting with 'aws:' are reserved for internal use");
            }
        }

        return tags.Length <= 50 ? tags : throw new ServiceException("TagLimitExceeded", "The maximum number of Tags for a resource has been reached.");
    }
}
