using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.Networks.Checks;

/// <summary>One thing that a check found in a network's definition.</summary>
/// <param name="Severity">Error: the definition is refused, or a job can't work. Warning: it runs, but not as people expect.</param>
/// <param name="Code">What it is, for filters: a code of AWS's validator or one of <see cref="NetworkCodes"/>.</param>
/// <param name="Location">Where it is in the definition: <c>/States/Load/Catch[0]</c>; null where it is about the text as a whole.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record NetworkFinding(DiagnosticSeverity Severity, string Code, string? Location, string Message)
{
    /// <summary>The state that it is in; null where it is in none.</summary>
    public string? State { get; init; }

    /// <summary>The line of the text, from 1.</summary>
    public int Line { get; init; } = 1;

    /// <summary>The character of the line, from 1.</summary>
    public int Column { get; init; } = 1;
}
