using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics;

/// <summary>A string, number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed class LiteralArgument : IntrinsicArgument
{
    private readonly JsonValue _value;

    /// <summary>A literal; for a string also its raw text, in which <c>\{</c> is still told from <c>{</c>.</summary>
    public LiteralArgument(JsonValue value, string? raw = null)
    {
        _value = value;
        Raw = raw;
    }

    public string? Raw { get; }

    public override JsonValue Evaluate(EvaluationContext context) => _value;
}
