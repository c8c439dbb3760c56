using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>What makes a run the continuation of an earlier one: the <c>Rerun</c> member of its input.</summary>
/// <param name="Of">The run that it continues, by ARN.</param>
/// <param name="Done">The jobs that it does not run again, and what is known of each; the compiled network passes them over.</param>
public sealed record Rerun(string Of, JsonObject Done)
{
    private const string Member = "Rerun";

    /// <summary>Reads it from a run's input; null for a run that continues none.</summary>
    public static Rerun? Read(JsonValue? input) =>
        (input as JsonObject)?[Member] is JsonObject rerun && rerun["Of"] is JsonString of ? new Rerun(of.Value, rerun["Done"] as JsonObject ?? JsonObject.Empty) : null;

    /// <summary>The input of a run that continues another one: that one's input, or new worker tags, and this.</summary>
    public JsonObject Input(JsonValue? earlier, IReadOnlyDictionary<string, string>? tags)
    {
        var given = tags is null ? earlier as JsonObject ?? JsonObject.Empty : JsonObject.Of(
            ("tags", new JsonObject(tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new KeyValuePair<string, JsonValue>(tag.Key, tag.Value)))));
        return given.With(Member, JsonObject.Of(("Of", Of), ("Done", Done)));
    }

    /// <summary>The name of the run that continues one of this name: always the same, so that nobody can continue a run a second time.</summary>
    public static string NextName(string executionName)
    {
        const string mark = "-restart-";
        const int most = 80;
        var at = executionName.LastIndexOf(mark, StringComparison.Ordinal);
        var (root, number) = at > 0 && int.TryParse(executionName.Substring(at + mark.Length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var last)
            ? (executionName.Substring(0, at), last + 1)
            : (executionName, 1);
        var suffix = mark + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return root.Length + suffix.Length <= most ? root + suffix : Shorten(root, most - suffix.Length) + suffix;
    }

    // Two long names may begin alike: a hash of the whole keeps them apart.
    private static string Shorten(string root, int length)
    {
        using var sha = System.Security.Cryptography.SHA256.Create();
        var hash = string.Concat(sha.ComputeHash(System.Text.Encoding.UTF8.GetBytes(root)).Take(4).Select(one => one.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
        return root.Substring(0, length - hash.Length - 1) + "-" + hash;
    }
}
