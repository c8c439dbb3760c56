using JobMgmt.StatesLanguage.Jsonata;
using JobMgmt.StatesLanguage.Paths;

namespace JobMgmt.StatesLanguage.Model;

/// <summary>Wait: for a time or until an instant; exactly one of the four members is set.</summary>
public sealed record WaitState : FlowState
{
    /// <inheritdoc/>
    public override string Type => "Wait";

    /// <summary>Seconds to wait.</summary>
    public IntegerField? Seconds { get; init; }

    /// <summary>The instant to wait for.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Where the input tells the instant.</summary>
    public JsonPath? TimestampPath { get; init; }

    /// <summary>The JSONata expression that gives the instant.</summary>
    public JsonataField? TimestampExpression { get; init; }
}
