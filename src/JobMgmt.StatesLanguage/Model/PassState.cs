using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Model;

/// <summary>Pass: shapes data, does nothing.</summary>
public sealed record PassState : FlowState
{
    /// <inheritdoc/>
    public override string Type => "Pass";

    /// <summary>A fixed result; it wins over <see cref="Parameters"/>.</summary>
    public JsonValue? Result { get; init; }

    /// <summary>The result, made from the input.</summary>
    public PayloadTemplate? Parameters { get; init; }

    /// <summary>Where the result goes in the input.</summary>
    public StatePath? ResultPath { get; init; }
}
