namespace JobMgmt.StatesLanguage.Templates;

/// <summary>A payload template has fields that cannot be read.</summary>
public sealed class TemplateSyntaxException : FormatException
{
    /// <summary>All faults, in the template's order; at least one.</summary>
    public TemplateSyntaxException(IReadOnlyList<TemplateFault> faults)
        : base(faults[0].Message) => Faults = faults;

    /// <summary>All faults, in the template's order.</summary>
    public IReadOnlyList<TemplateFault> Faults { get; }
}
