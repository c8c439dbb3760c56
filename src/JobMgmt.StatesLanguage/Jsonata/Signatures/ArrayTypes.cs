namespace JobMgmt.StatesLanguage.Jsonata.Signatures;

/// <summary>What an array's items are called in messages.</summary>
internal static class ArrayTypes
{
    public static string? Plural(string subtype) => subtype switch
    {
        "a" => "arrays",
        "b" => "booleans",
        "f" => "functions",
        "n" => "numbers",
        "o" => "objects",
        "s" => "strings",
        _ => null,
    };
}
