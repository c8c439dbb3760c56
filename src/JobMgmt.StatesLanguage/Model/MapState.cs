using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Model;

/// <summary>Map, inline: runs its item processor once for each item; the result is the array of outputs, in the items' order.</summary>
public sealed record MapState : WorkState
{
    /// <inheritdoc/>
    public override string Type => "Map";

    /// <summary>The states that each item goes through (<c>ItemProcessor</c>, formerly <c>Iterator</c>).</summary>
    public required Branch ItemProcessor { get; init; }

    /// <summary>Where the items are in the effective input; the whole of it where absent.</summary>
    public JsonPath? ItemsPath { get; init; }

    /// <summary>The items, in JSONata: an array with expressions in it, or an expression; the input where absent.</summary>
    public PayloadTemplate? Items { get; init; }

    /// <summary>An iteration's input (<c>ItemSelector</c>, formerly <c>Parameters</c>); the item itself where absent.</summary>
    public PayloadTemplate? ItemSelector { get; init; }

    /// <summary>How many iterations run at once; absent or 0: as many as AWS lets an inline Map run, which is 40.</summary>
    public IntegerField? MaxConcurrency { get; init; }

    /// <summary>Evaluated, but without effect: an inline Map tolerates no failure.</summary>
    public IntegerField? ToleratedFailureCount { get; init; }

    /// <summary>Evaluated, but without effect: an inline Map tolerates no failure.</summary>
    public IntegerField? ToleratedFailurePercentage { get; init; }
}
