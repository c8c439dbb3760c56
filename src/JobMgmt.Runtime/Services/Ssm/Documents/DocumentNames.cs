using System.Text.RegularExpressions;
using JobMgmt.Runtime.Services.Validation;

namespace JobMgmt.Runtime.Services.Ssm.Documents;

/// <summary>The service model's constraints on document names and versions.</summary>
internal static partial class DocumentNames
{
    public const string Own = "^[a-zA-Z0-9_\\-.]{3,128}$";
    public const string Any = "^[a-zA-Z0-9_\\-.:/]{3,128}$";
    private const string VersionPattern = "([$]LATEST|[$]DEFAULT|^[1-9][0-9]*$)";

    public static Constraints Name(this Constraints constraints, string? name, string member, string pattern) =>
        constraints.Check(name is not null, null, member, "Member must not be null")
            .Check(name is null || Regex.IsMatch(name, pattern, RegexOptions.CultureInvariant), name, member, $"Member must satisfy regular expression pattern: {pattern}");

    public static Constraints Version(this Constraints constraints, string? version, string member) =>
        constraints.Check(version is null || Number().IsMatch(version), version, member, $"Member must satisfy regular expression pattern: {VersionPattern}");

    /// <summary>Names that only Amazon may give.</summary>
    public static bool IsReserved(string name) => Reserved().IsMatch(name);

    [GeneratedRegex(@"^([$]LATEST|[$]DEFAULT|[1-9][0-9]*)$")]
    private static partial Regex Number();

    [GeneratedRegex("^(aws|amazon|amzn)", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
