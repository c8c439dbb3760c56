using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.Networks.Tests.Calendars;

/// <summary>For expressions that must not draw.</summary>
internal sealed class NoRandomness : IRandomSource
{
    public ulong Next() => throw new InvalidOperationException("The decision must not be drawn.");
}
