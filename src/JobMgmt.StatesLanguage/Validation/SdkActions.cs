using System.Reflection;

namespace JobMgmt.StatesLanguage.Validation;

/// <summary>The actions of <c>aws-sdk</c> integrations, of the services that are in the data (see <c>SdkActions/README.md</c>). Read when one is first asked for.</summary>
internal static class SdkActions
{
    private const string Prefix = "sdk-actions/";

    private static readonly Dictionary<string, Lazy<HashSet<string>>> _services = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name.Substring(Prefix.Length), name => new Lazy<HashSet<string>>(() => Load(name)), StringComparer.Ordinal);

    /// <summary>Whether a service may have an action: services that the data does not have are open, since AWS adds some all the time.</summary>
    public static bool MayHave(string service, string action) => !_services.TryGetValue(service, out var actions) || actions.Value.Contains(action);

    private static HashSet<string> Load(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return new HashSet<string>(reader.ReadToEnd().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
    }
}
