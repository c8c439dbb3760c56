using System.Text.RegularExpressions;

namespace JobMgmt.Networks.Crontabs;

/// <summary>Text as an argument of a PowerShell command that a user can paste.</summary>
internal static class PowerShellText
{
    private static readonly Regex Plain = new("^[A-Za-z0-9._/\\\\][A-Za-z0-9._/\\\\@:+-]*\\z", RegexOptions.CultureInvariant);

    // PowerShell takes the typographical ones for quotes, too.
    private static readonly Regex Quotes = new("['\u2018\u2019\u201A\u201B]", RegexOptions.CultureInvariant);

    /// <summary>The text, in single quotes where it needs them.</summary>
    internal static string Word(string text) => Plain.IsMatch(text) ? text : "'" + Quotes.Replace(text, "$0$0") + "'";
}
