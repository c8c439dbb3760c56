using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace JobMgmt.Runtime.Tables.Values;

/// <summary>A number of DynamoDB: up to 38 significant digits, from 1E-130 to 9.99…E+125, exact. Digits without zeros at their end, and the power of ten that they are times.</summary>
internal readonly partial record struct TableNumber : IComparable<TableNumber>
{
    private const int MostDigits = 38;
    private const int GreatestExponent = 125;
    private const int LeastExponent = -130;

    private TableNumber(BigInteger digits, int exponent)
    {
        while (!digits.IsZero && digits % 10 == 0)
        {
            digits /= 10;
            exponent++;
        }

        Digits = digits;
        Exponent = digits.IsZero ? 0 : exponent;
    }

    public BigInteger Digits { get; }

    public int Exponent { get; }

    /// <summary>The power of ten of the first digit.</summary>
    public int Magnitude => DigitCount - 1 + Exponent;

    private int DigitCount => BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).Length;

    /// <summary>Reads one.</summary>
    /// <exception cref="Services.ServiceException">It is none, or beyond what DynamoDB keeps.</exception>
    public static TableNumber Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success || !int.TryParse(match.Groups["e"].Success ? match.Groups["e"].Value : "0", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
        {
            throw TableErrors.Invalid($"The parameter cannot be converted to a numeric value: {text}");
        }

        var fraction = match.Groups["f"].Value;
        var digits = BigInteger.Parse("0" + match.Groups["i"].Value + fraction, CultureInfo.InvariantCulture);
        return Checked(new TableNumber(match.Groups["s"].Value == "-" ? -digits : digits, exponent - fraction.Length));
    }

    public static TableNumber operator +(TableNumber left, TableNumber right)
    {
        var exponent = Math.Min(left.Exponent, right.Exponent);
        return Checked(new TableNumber(left.Scaled(exponent) + right.Scaled(exponent), exponent));
    }

    public static TableNumber operator -(TableNumber left, TableNumber right) => left + new TableNumber(-right.Digits, right.Exponent);

    public int CompareTo(TableNumber other)
    {
        var exponent = Math.Min(Exponent, other.Exponent);
        return Scaled(exponent).CompareTo(other.Scaled(exponent));
    }

    /// <summary>As DynamoDB answers it: no exponent, no zeros that say nothing.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture);
        var sign = Digits.Sign < 0 ? "-" : "";
        if (Exponent >= 0)
        {
            return sign + digits + new string('0', Exponent);
        }

        digits = digits.PadLeft(1 - Exponent, '0');
        return $"{sign}{digits[..^-Exponent]}.{digits[^-Exponent..]}";
    }

    private static TableNumber Checked(TableNumber number) =>
        number.DigitCount > MostDigits ? throw TableErrors.Invalid("Attempting to store more than 38 significant digits in a Number")
        : !number.Digits.IsZero && number.Magnitude > GreatestExponent
            ? throw TableErrors.Invalid("Number overflow. Attempting to store a number with magnitude larger than supported range")
        : !number.Digits.IsZero && number.Magnitude < LeastExponent
            ? throw TableErrors.Invalid("Number underflow. Attempting to store a number with magnitude smaller than supported range")
        : number;

    private BigInteger Scaled(int exponent) => Digits.IsZero ? Digits : Digits * BigInteger.Pow(10, Exponent - exponent);

    // an exponent has few digits: a longer one is beyond the range in any case, and must not be counted out
    [GeneratedRegex(@"^(?<s>[+-]?)(?:(?<i>[0-9]+)(?:\.(?<f>[0-9]*))?|\.(?<f>[0-9]+))(?:[eE](?<e>[+-]?[0-9]{1,4}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
