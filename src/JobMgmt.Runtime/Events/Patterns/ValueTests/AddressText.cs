using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace JobMgmt.Runtime.Events.Patterns.ValueTests;

/// <summary>Texts that are IPv4 or IPv6 addresses, as EventBridge reads them: IPv4's numbers are decimal, and an IPv4 address written as IPv6 is IPv4.</summary>
internal static partial class AddressText
{
    /// <summary>The address's 4 or 16 bytes; null where the text is none.</summary>
    public static byte[]? Bytes(string text)
    {
        if (!Form().IsMatch(text))
        {
            return null;
        }

        if (!text.Contains(':', StringComparison.Ordinal))
        {
            var numbers = text.Split('.'); // IPAddress would take "010" for 8
            var bytes = new byte[numbers.Length];
            for (var i = 0; i < numbers.Length; i++)
            {
                if (!byte.TryParse(numbers[i], NumberStyles.None, CultureInfo.InvariantCulture, out bytes[i]))
                {
                    return null;
                }
            }

            return bytes;
        }

        return IPAddress.TryParse(text, out var address) ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes() : null;
    }

    /// <summary>The same text for every way to write an address; null where the text is none.</summary>
    public static string? Canonical(string text) => Bytes(text) is { } bytes ? Convert.ToHexStringLower(bytes) : null;

    [GeneratedRegex("^([0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+|[0-9a-fA-F:]*:[0-9a-fA-F:]*)\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
