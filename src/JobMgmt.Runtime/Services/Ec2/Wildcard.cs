using System.IO.Enumeration;

namespace JobMgmt.Runtime.Services.Ec2;

/// <summary>EC2's wildcards: <c>*</c> is any text, <c>?</c> any character, a backslash before one makes it plain. Case counts.</summary>
internal static class Wildcard
{
    public static bool IsMatch(string pattern, string value) => FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase: false);
}
