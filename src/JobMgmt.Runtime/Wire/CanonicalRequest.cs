using System.Text;

namespace JobMgmt.Runtime.Wire;

/// <summary>The canonical request of Signature Version 4.</summary>
internal static class CanonicalRequest
{
    /// <summary>Builds it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="header">What is signed, and for which service.</param>
    /// <param name="bodyHash">What stands for the body.</param>
    /// <param name="query">The query as sent: all of it, or without the signature where it carries that.</param>
    public static string Of(WireRequest request, AuthorizationHeader header, string bodyHash, string query)
    {
        var text = new StringBuilder();
        text.Append(request.Method).Append('\n');
        text.Append(Path(request.RawPath, header.Service)).Append('\n');
        text.Append(Query(query)).Append('\n');
        foreach (var name in header.SignedHeaders)
        {
            text.Append(name).Append(':').Append(Folded(request.Header(name) ?? "")).Append('\n');
        }

        return text.Append('\n').AppendJoin(';', header.SignedHeaders).Append('\n').Append(bodyHash).ToString();
    }

    /// <summary>Each segment is encoded once more than it was sent, save for S3.</summary>
    private static string Path(string raw, string service) =>
        raw.Length == 0 ? "/" : string.Join('/', raw.Split('/').Select(part => Uri.EscapeDataString(service == "s3" ? Uri.UnescapeDataString(part) : part)));

    private static string Query(string raw) =>
        raw.Length == 0
            ? ""
            : string.Join('&', raw.Split('&').Select(pair => pair.Split('=', 2))
                .Select(pair => (Name: Normal(pair[0]), Value: pair.Length == 2 ? Normal(pair[1]) : ""))
                .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
                .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string Normal(string encoded) => Uri.EscapeDataString(Uri.UnescapeDataString(encoded.Replace('+', ' ')));

    private static string Folded(string value)
    {
        value = value.Trim();
        while (value.Contains("  ", StringComparison.Ordinal))
        {
            value = value.Replace("  ", " ", StringComparison.Ordinal);
        }

        return value;
    }
}
