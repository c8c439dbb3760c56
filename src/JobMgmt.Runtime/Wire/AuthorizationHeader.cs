namespace JobMgmt.Runtime.Wire;

/// <summary><c>AWS4-HMAC-SHA256 Credential=ID/DATE/REGION/SERVICE/aws4_request, SignedHeaders=a;b, Signature=HEX</c>.</summary>
internal sealed record AuthorizationHeader(string AccessKeyId, string Date, string Region, string Service, IReadOnlyList<string> SignedHeaders, byte[] Signature)
{
    /// <summary>The parts, or null where the header is absent or of another form.</summary>
    public static AuthorizationHeader? Parse(string? value)
    {
        const string algorithm = "AWS4-HMAC-SHA256 ";
        if (value is null || !value.StartsWith(algorithm, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = value[algorithm.Length..].Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
            .GroupBy(part => part[0], part => part[1], StringComparer.Ordinal).ToDictionary(part => part.Key, part => part.First(), StringComparer.Ordinal);
        var scope = parts.GetValueOrDefault("Credential", "").Split('/');
        var headers = parts.GetValueOrDefault("SignedHeaders", "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            return scope.Length == 5 && scope[4] == "aws4_request" && headers.Contains("host", StringComparer.Ordinal)
                ? new AuthorizationHeader(scope[0], scope[1], scope[2], scope[3], headers, Convert.FromHexString(parts.GetValueOrDefault("Signature", "")))
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
