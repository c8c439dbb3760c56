namespace JobMgmt.StatesLanguage.Model;

/// <summary>What a state's expressions are written in (<c>QueryLanguage</c>).</summary>
public enum QueryLanguage
{
    /// <summary>Paths in fields of their own (<c>…Path</c>) and behind names that end in <c>.$</c>.</summary>
    JsonPath,

    /// <summary>Expressions in strings between <c>{%</c> and <c>%}</c>.</summary>
    Jsonata,
}
