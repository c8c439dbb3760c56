using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Tests;

/// <summary>1, 2, 3…: what a test can foresee.</summary>
internal sealed class CountingRandom : IRandomSource
{
    private ulong _next;

    public ulong Next() => ++_next;
}
