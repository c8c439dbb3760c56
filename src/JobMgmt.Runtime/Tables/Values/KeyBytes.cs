using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Values;

/// <summary>A key attribute as bytes that are in the order of the values, so that the store's own order is DynamoDB's.</summary>
internal static class KeyBytes
{
    public static byte[] Of(JsonObject value) => AttributeValues.Type(value) switch
    {
        "S" => Encoding.UTF8.GetBytes(AttributeValues.Text(value)),
        "B" => Convert.FromBase64String(AttributeValues.Text(value)),
        _ => Number(AttributeValues.Number(value)),
    };

    // the sign, how great the first digit is, the digits; of a negative number all turned round, and an end beyond any digit, since fewer digits are the greater number there
    private static byte[] Number(TableNumber number)
    {
        if (number.Digits.IsZero)
        {
            return [1];
        }

        var digits = BigInteger.Abs(number.Digits).ToString(CultureInfo.InvariantCulture);
        var bytes = new byte[3 + digits.Length];
        bytes[0] = 2;
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(1), (short)(number.Magnitude + 1000));
        for (var i = 0; i < digits.Length; i++)
        {
            bytes[3 + i] = (byte)(digits[i] - '0' + 1);
        }

        if (number.Digits.Sign > 0)
        {
            return bytes;
        }

        bytes = Array.ConvertAll(bytes, value => (byte)~value);
        bytes[0] = 0;
        return [.. bytes, 0xFF];
    }
}
