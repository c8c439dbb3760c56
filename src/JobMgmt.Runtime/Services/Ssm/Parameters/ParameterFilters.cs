using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Parameters;

/// <summary>ParameterFilters (Name, Type, KeyId, Path, Tier, DataType; Equals, BeginsWith, Contains, OneLevel, Recursive) and the older Filters.</summary>
internal static class ParameterFilters
{
    public static IEnumerable<ParameterRecord> Where(IEnumerable<ParameterRecord> parameters, JsonObject request)
    {
        foreach (var filter in request.Objects("ParameterFilters"))
        {
            var key = filter.Text("Key") ?? "";
            var option = filter.Text("Option") ?? (key == "Path" ? "OneLevel" : "Equals");
            var values = filter.Texts("Values");
            parameters = key == "Path" ? parameters.Where(parameter => values.Any(path => IsUnder(parameter.Name, path, option == "Recursive")))
                : parameters.Where(parameter => values.Any(value => IsMatch(Member(parameter, key), value, option)));
        }

        foreach (var filter in request.Objects("Filters"))
        {
            var key = filter.Text("Key") ?? "";
            var values = filter.Texts("Values");
            parameters = parameters.Where(parameter => values.Any(value => IsMatch(Member(parameter, key), value, key == "Name" ? "BeginsWith" : "Equals")));
        }

        return parameters;
    }

    /// <summary>Whether a name is below a path: directly, or anywhere.</summary>
    public static bool IsUnder(string name, string path, bool isRecursive)
    {
        var prefix = path.TrimEnd('/') + "/";
        var full = name.StartsWith('/') ? name : "/" + name;
        return full.StartsWith(prefix, StringComparison.Ordinal) && (isRecursive || !full.AsSpan(prefix.Length).Contains('/'));
    }

    private static string? Member(ParameterRecord parameter, string key) => key switch
    {
        "Name" => parameter.Name,
        "Type" => parameter.Type,
        "KeyId" => parameter.KeyId,
        "Tier" => parameter.Tier,
        "DataType" => parameter.DataType,
        _ => throw new ServiceException("InvalidFilterKey", $"The local runtime knows no filter '{key}'."),
    };

    private static bool IsMatch(string? member, string value, string option) => member is not null && option switch
    {
        "Equals" => member == value,
        "BeginsWith" => member.StartsWith(value, StringComparison.Ordinal),
        "Contains" => member.Contains(value, StringComparison.Ordinal),
        _ => throw new ServiceException("InvalidFilterOption", $"The following filter option is not valid: {option}."),
    };
}
