using System.Collections;
using System.Collections.Specialized;
using JobMgmt.Networks.Runs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>One execution of a job network. Its properties bind by name: it pipes into Wait-, Stop-JobNetwork and Get-JobRun.</summary>
public sealed record JobNetworkRun
{
    /// <summary>The network.</summary>
    public required string NetworkName { get; init; }

    /// <summary>The execution's name.</summary>
    public required string ExecutionName { get; init; }

    /// <summary>How it stands.</summary>
    public required JobNetworkRunStatus Status { get; init; }

    /// <summary>For what or whom it waits, why it was skipped or stopped, or what one that continues another leaves out; null else, or where that was not read.</summary>
    public string? StatusReason { get; init; }

    /// <summary>When it began, in local time.</summary>
    public DateTime? StartTime { get; init; }

    /// <summary>When it ended, in local time; null while it goes on.</summary>
    public DateTime? StopTime { get; init; }

    /// <summary>How long it took; null while it goes on.</summary>
    public TimeSpan? Duration => StopTime - StartTime;

    /// <summary>The error's name, where it was read.</summary>
    public string? Error { get; init; }

    /// <summary>The error's cause, where it was read.</summary>
    public string? Cause { get; init; }

    /// <summary>The input, as JSON text, where it was read.</summary>
    public string? ExecutionInput { get; init; }

    /// <summary>The parameters that it was given, in the order of their names; null where it was given none, or its input was not read.</summary>
    public IDictionary? Parameter
    {
        get
        {
            var given = new OrderedDictionary();
            foreach (KeyValuePair<string, string> parameter in RunParameters.Read(Input).OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                given.Add(parameter.Key, parameter.Value);
            }

            return given.Count == 0 ? null : given;
        }
    }

    /// <summary>The run that it continues (Restart-JobNetwork), by ARN; null where it continues none, or its input was not read.</summary>
    public string? RestartOf => Rerun.Read(Input)?.Of;

    /// <summary>The run that it is a job of, by ARN; null where it is none's, or its input was not read.</summary>
    public string? ParentExecution => NestedRun.ParentOf(Input);

    /// <summary>The trigger that started it; null where none did, or its input was not read.</summary>
    public string? TriggerName => RunTrigger.Read(Input)?.Name;

    /// <summary>When it was due, in local time; null where no trigger started it, or its input was not read.</summary>
    public DateTime? DueTime => RunTrigger.Read(Input)?.DueTime?.LocalDateTime;

    /// <summary>The business date by its trigger's calendar; null without one, or where its input was not read.</summary>
    public DateTime? BusinessDate => RunTrigger.Read(Input)?.BusinessDate;

    /// <summary>The number of the network's version that was started; null where it was the network as it was then.</summary>
    public int? Version { get; init; }

    /// <summary>The output, as JSON text, where it was read and there is one.</summary>
    public string? ExecutionOutput { get; init; }

    /// <summary>The execution.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>The input; null where it was not read.</summary>
    internal JsonValue? Input => ExecutionInput is { } text && JsonValue.TryParse(text, out JsonValue? input) ? input : null;

    /// <summary>The output; null where it was not read, or there is none.</summary>
    internal JsonValue? Output => ExecutionOutput is { } text && JsonValue.TryParse(text, out JsonValue? output) ? output : null;

    /// <inheritdoc/>
    public override string ToString() => $"{NetworkName} {ExecutionName}";
}
