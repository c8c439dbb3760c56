namespace JobMgmt.StatesLanguage.Jsonata.Texts;

/// <summary>Base 64 of strings whose characters stand for bytes (Node's "binary" encoding).</summary>
internal static class Base64Text
{
    private const int BitsPerDigit = 6;

    public static string Encode(string text)
    {
        var bytes = new byte[text.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = unchecked((byte)text[i]);
        }

        return Convert.ToBase64String(bytes);
    }

    /// <summary>Decodes leniently: what is no digit is passed over, padding ends it, the URL alphabet is known too.</summary>
    public static string Decode(string text)
    {
        var result = new List<char>(text.Length);
        var bits = 0;
        var count = 0;
        foreach (var c in text)
        {
            if (c == '=')
            {
                break;
            }

            var digit = Digit(c);
            if (digit < 0)
            {
                continue;
            }

            bits = ((bits << BitsPerDigit) | digit) & 0xFFFF;
            count += BitsPerDigit;
            if (count >= 8)
            {
                count -= 8;
                result.Add((char)((bits >> count) & 0xFF));
            }
        }

        return new string(result.ToArray());
    }

    private static int Digit(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' or '-' => 62,
        '/' or '_' => 63,
        _ => -1,
    };
}
