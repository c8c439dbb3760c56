namespace JobMgmt.StatesLanguage.Jsonata.Signatures;

/// <summary>One parameter of a signature. An argument is told by a symbol: s n b l o a f, and m for a missing one, which fits nearly everywhere.</summary>
internal sealed class SignatureParameter
{
    public SignatureParameter(string symbols, string type, bool isArray = false)
    {
        Symbols = symbols;
        Type = type;
        IsArray = isArray;
    }

    /// <summary>The symbols that it takes.</summary>
    public string Symbols { get; }

    /// <summary>The symbol that it was written with, or the choice in parentheses.</summary>
    public string Type { get; }

    /// <summary>Whether it was written <c>a</c>: anything else is put into an array of one.</summary>
    public bool IsArray { get; }

    /// <summary>What an array's items must be; null where it does not matter.</summary>
    public string? Subtype { get; set; }

    /// <summary>Whether the context value stands in for a missing argument.</summary>
    public bool UsesContext { get; set; }

    /// <summary>Whether it may be left out.</summary>
    public bool IsOptional { get; set; }

    /// <summary>Whether it takes any number of arguments.</summary>
    public bool IsRepeated { get; set; }
}
