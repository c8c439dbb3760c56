namespace JobMgmt.Runtime.Wire.Rest;

/// <summary>One operation of a REST service.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path; <c>{Name}</c> is a member.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Query">The members in the query, by their names there.</param>
internal sealed record RestRoute(string Method, string Path, string Operation, IReadOnlyDictionary<string, RestParameter> Query)
{
    private readonly string[] _parts = Path.Split('/');

    public RestRoute(string method, string path, string operation, params (string Name, RestParameter Parameter)[] query)
        : this(method, path, operation, query.ToDictionary(item => item.Name, item => item.Parameter, StringComparer.Ordinal))
    {
    }

    /// <summary>The members in a path, decoded; null where the path is another's.</summary>
    /// <param name="rawPath">The path as sent.</param>
    public Dictionary<string, string>? Match(string rawPath)
    {
        var parts = rawPath.Split('/');
        if (parts.Length != _parts.Length)
        {
            return null;
        }

        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i++)
        {
            if (_parts[i].StartsWith('{'))
            {
                members.Add(_parts[i][1..^1], Uri.UnescapeDataString(parts[i]));
            }
            else if (parts[i] != _parts[i])
            {
                return null;
            }
        }

        return members.Values.All(value => value.Length > 0) ? members : null;
    }
}
