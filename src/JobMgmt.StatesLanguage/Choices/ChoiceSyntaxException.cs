namespace JobMgmt.StatesLanguage.Choices;

/// <summary>A choice rule cannot be read.</summary>
public sealed class ChoiceSyntaxException : FormatException
{
    /// <summary>Says what is wrong and where.</summary>
    public ChoiceSyntaxException(string pointer, string message)
        : base(message) => Pointer = pointer;

    /// <summary>Where, from the rule's own root: empty, or <c>/And/0/Variable</c>.</summary>
    public string Pointer { get; }
}
