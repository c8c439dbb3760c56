using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace JobMgmt.Networks.Definitions;

/// <summary>Names that are cut because a service takes no longer ones. Two of them may begin alike: a hash keeps them apart.</summary>
internal static class ShortName
{
    private const int HashBytes = 4;

    /// <summary>The beginning of a text, a hyphen and eight digits of a hash, no longer than asked for.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">The greatest length.</param>
    /// <param name="whole">What the name is to tell apart from others.</param>
    internal static string Cut(string text, int length, string whole)
    {
        using var sha = SHA256.Create();
        var hash = string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(whole)).Take(HashBytes).Select(one => one.ToString("x2", CultureInfo.InvariantCulture)));
        return text.Substring(0, Math.Min(text.Length, length - hash.Length - 1)) + "-" + hash;
    }
}
