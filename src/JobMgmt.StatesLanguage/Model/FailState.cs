using JobMgmt.StatesLanguage.Jsonata;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Model;

/// <summary>Fail: ends its branch with an error. Error and Cause are a text, or a path, intrinsic or expression that gives one, or absent.</summary>
public sealed record FailState : State
{
    /// <inheritdoc/>
    public override string Type => "Fail";

    /// <summary>The error name.</summary>
    public string? Error { get; init; }

    /// <summary>What gives the error name.</summary>
    public PathOrIntrinsic? ErrorPath { get; init; }

    /// <summary>The JSONata expression that gives the error name.</summary>
    public JsonataField? ErrorExpression { get; init; }

    /// <summary>The cause.</summary>
    public string? Cause { get; init; }

    /// <summary>What gives the cause.</summary>
    public PathOrIntrinsic? CausePath { get; init; }

    /// <summary>The JSONata expression that gives the cause.</summary>
    public JsonataField? CauseExpression { get; init; }
}
