using JobMgmt.StatesLanguage.Model.Maps;
using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Model;

/// <summary>
/// Map: runs its item processor once for each item; the result is the array of outputs, in the items' order. Inline, the iterations are part of the execution;
/// distributed, they are child executions of a map run.
/// </summary>
public sealed record MapState : WorkState
{
    /// <inheritdoc/>
    public override string Type => "Map";

    /// <summary>The states that each item goes through (<c>ItemProcessor</c>, formerly <c>Iterator</c>).</summary>
    public required Branch ItemProcessor { get; init; }

    /// <summary>Inline or distributed.</summary>
    public ProcessorConfig Processor { get; init; } = ProcessorConfig.Inline;

    /// <summary>Where the items are in the effective input; the whole of it where absent.</summary>
    public JsonPath? ItemsPath { get; init; }

    /// <summary>The items, in JSONata: an array with expressions in it, or an expression; the input where absent.</summary>
    public PayloadTemplate? Items { get; init; }

    /// <summary>What reads the items of a distributed Map from S3; null where they are in the input.</summary>
    public ItemReader? ItemReader { get; init; }

    /// <summary>An iteration's input (<c>ItemSelector</c>, formerly <c>Parameters</c>); the item itself where absent.</summary>
    public PayloadTemplate? ItemSelector { get; init; }

    /// <summary>How a distributed Map puts items together; null where each is alone.</summary>
    public ItemBatcher? ItemBatcher { get; init; }

    /// <summary>Where a distributed Map's results go; null where they are the state's own.</summary>
    public ResultWriter? ResultWriter { get; init; }

    /// <summary>The name of a distributed Map in ARNs; null where AWS makes one up.</summary>
    public string? Label { get; init; }

    /// <summary>How many iterations run at once; absent or 0: as many as AWS lets it run, which is 40 of an inline Map and 10,000 of a distributed one.</summary>
    public IntegerField? MaxConcurrency { get; init; }

    /// <summary>How many items of a distributed Map may fail. An inline Map evaluates it, but tolerates no failure.</summary>
    public IntegerField? ToleratedFailureCount { get; init; }

    /// <summary>How many items of a hundred may fail. An inline Map evaluates it, but tolerates no failure.</summary>
    public PercentageField? ToleratedFailurePercentage { get; init; }
}
