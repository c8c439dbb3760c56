namespace JobMgmt.StatesLanguage.Templates;

/// <summary>Random bits from a seed that the execution was started with, so that a replay draws the same ones.</summary>
public interface IRandomSource
{
    /// <summary>The next 64 bits.</summary>
    ulong Next();
}
