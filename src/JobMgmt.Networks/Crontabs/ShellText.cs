using System.Text.RegularExpressions;

namespace JobMgmt.Networks.Crontabs;

/// <summary>Text as a word of a POSIX shell.</summary>
internal static class ShellText
{
    private static readonly Regex Plain = new("^[A-Za-z0-9_./:@%+-]+\\z", RegexOptions.CultureInvariant);
    private static readonly Regex FirstBrace = new("\\{(?=\\{)", RegexOptions.CultureInvariant);

    /// <summary>The text in single quotes. Two braces are parted by quotes that close and open again: SSM puts parameters in the place of double braces.</summary>
    internal static string Quote(string text) => "'" + FirstBrace.Replace(text.Replace("'", "'\\''"), "{''") + "'";

    /// <summary>The text, in quotes where it needs them.</summary>
    internal static string Word(string text) => Plain.IsMatch(text) ? text : Quote(text);
}
