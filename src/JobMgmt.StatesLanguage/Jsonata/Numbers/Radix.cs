using System.Numerics;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Numbers;

/// <summary>Whole numbers in other bases.</summary>
internal static class Radix
{
    public const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The number's digits in a base from 2 to 36.</summary>
    public static string Format(double value, int radix)
    {
        if (radix == 10 || double.IsNaN(value) || double.IsInfinity(value))
        {
            return JavaScriptNumber.Format(value);
        }

        var rest = BigInteger.Abs(new BigInteger(value));
        var digits = new Stack<char>();
        do
        {
            rest = BigInteger.DivRem(rest, radix, out var digit);
            digits.Push(Digits[(int)digit]);
        }
        while (!rest.IsZero);

        return (value < 0 ? "-" : string.Empty) + new string(digits.ToArray());
    }
}
