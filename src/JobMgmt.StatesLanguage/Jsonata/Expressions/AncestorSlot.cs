namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary>A <c>%</c> in search of the step whose context value it means.</summary>
internal sealed class AncestorSlot
{
    public AncestorSlot(string label) => Label = label;

    /// <summary>The name under which the value is bound; no variable can have it.</summary>
    public string Label { get; set; }

    /// <summary>How many steps further up the ancestor is.</summary>
    public int Level { get; set; } = 1;
}
