using System.Globalization;
using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>One thing that Test-JobNetwork found.</summary>
public sealed class JobNetworkDiagnostic
{
    /// <summary>Error: the definition is refused, or a job can't work. Warning: it runs, but not as people expect.</summary>
    public required DiagnosticSeverity Severity { get; init; }

    /// <summary>What it is, for filters: <c>SCHEMA_VALIDATION_FAILED</c>, <c>JOB_WITHOUT_ALERT</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The state that it is in; null where it is in none.</summary>
    public string? State { get; init; }

    /// <summary>What is wrong and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>Where it is in the definition: <c>/States/Load/Catch[0]</c>.</summary>
    public string? Location { get; init; }

    /// <summary>The line of the text, from 1; null where the definition did not come as text.</summary>
    public int? Line { get; init; }

    /// <summary>The character of the line, from 1.</summary>
    public int? Column { get; init; }

    /// <summary>The network's name; a file's name where it came from a file.</summary>
    public string? NetworkName { get; init; }

    /// <summary>The file; null where it came from none.</summary>
    public string? Path { get; init; }

    /// <summary>As compilers write it, so that editors and CI find the place: <c>nightly.json:12:7: warning JOB_WITHOUT_ALERT: …</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0}{1}: {2} {3}: {4}",
        Path ?? NetworkName ?? "definition",
        Line is null ? "" : $":{Line}:{Column}",
        Severity.ToString().ToLowerInvariant(),
        Code,
        Message);
}
