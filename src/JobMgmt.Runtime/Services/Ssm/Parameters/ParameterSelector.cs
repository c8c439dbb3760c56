using System.Globalization;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Services.Ssm.Parameters;

/// <summary>How requests name a parameter: by name or ARN, with <c>:VERSION</c> behind it where not the latest is meant.</summary>
/// <param name="Name">The name.</param>
/// <param name="Version">The version, or null.</param>
/// <param name="Selector">What stood behind the name, with its colon, as answers show it.</param>
internal sealed record ParameterSelector(string Name, long? Version, string? Selector)
{
    public static ParameterSelector Parse(string text)
    {
        const string mark = ":parameter/";
        if (text.StartsWith("arn:", StringComparison.Ordinal) && text.IndexOf(mark, StringComparison.Ordinal) is > 0 and var at)
        {
            var name = text[(at + mark.Length)..];
            text = name.Contains('/', StringComparison.Ordinal) ? "/" + name : name; // the ARN has a path's first slash once
        }

        var colon = text.LastIndexOf(':');
        return colon > 0 && long.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new ParameterSelector(text[..colon], version, text[colon..])
            : new ParameterSelector(text, null, null);
    }

    /// <summary>The parameter, or null where there is none of that name.</summary>
    /// <exception cref="ServiceException">ParameterVersionNotFound.</exception>
    public ParameterRecord? Find(StoreConnection store) =>
        ParameterStore.Find(store, Name, Version)
        ?? (Version is { } version && ParameterStore.Find(store, Name) is not null ? throw ParameterErrors.NoVersion(Name, version) : null);
}
