namespace JobMgmt.StatesLanguage.Jsonata.DateTimes;

/// <summary>Numbers as a spreadsheet's columns: a, b … z, aa, ab.</summary>
internal static class Letters
{
    private const int Count = 26;

    public static string Format(double value, char first)
    {
        var letters = new Stack<char>();
        while (value > 0)
        {
            letters.Push((char)(first + (int)((value - 1) % Count)));
            value = Math.Floor((value - 1) / Count);
        }

        return new string(letters.ToArray());
    }

    public static double Parse(string text, char first)
    {
        var value = 0.0;
        for (var i = 0; i < text.Length; i++)
        {
            value += (text[text.Length - i - 1] - first + 1) * Math.Pow(Count, i);
        }

        return value;
    }
}
