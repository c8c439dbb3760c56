using System.Globalization;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns.ValueTests;

/// <summary><c>cidr</c>: a string that is an IPv4 or IPv6 address of the block. As in EventBridge the block begins at the address that is written.</summary>
internal sealed class CidrTest : ValueTest
{
    private readonly byte[] _bottom;
    private readonly byte[] _top;

    private CidrTest(byte[] bottom, byte[] top)
    {
        _bottom = bottom;
        _top = top;
    }

    public static CidrTest Parse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length != 2)
        {
            throw new InvalidEventPatternException("Malformed CIDR, one '/' required");
        }

        if (!int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bits))
        {
            throw new InvalidEventPatternException("Malformed CIDR, mask bits must be an integer");
        }

        if (bits < 0)
        {
            throw new InvalidEventPatternException("Malformed CIDR, mask bits must not be negative");
        }

        if (AddressText.Bytes(parts[0]) is not { } bottom)
        {
            throw new InvalidEventPatternException($"Nonstandard IP address: {parts[0]}");
        }

        if (bits >= bottom.Length * 8)
        {
            throw new InvalidEventPatternException(bottom.Length == 4 ? "IPv4 mask bits must be < 32" : "IPv6 mask bits must be < 128");
        }

        var top = bottom.Select((b, i) => (byte)(b | (0xFF >> Math.Clamp(bits - (i * 8), 0, 8)))).ToArray();
        return new CidrTest(bottom, top);
    }

    public override bool Holds(JsonValue value) =>
        value is JsonString text && AddressText.Bytes(text.Value) is { } address && address.Length == _bottom.Length
        && address.AsSpan().SequenceCompareTo(_bottom) >= 0 && address.AsSpan().SequenceCompareTo(_top) <= 0;
}
