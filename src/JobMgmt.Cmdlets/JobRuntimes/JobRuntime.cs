namespace JobMgmt.Cmdlets.JobRuntimes;

/// <summary>A local runtime that is up.</summary>
public sealed class JobRuntime
{
    /// <summary>Where it listens: <c>http://127.0.0.1:PORT</c>.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The Region that its ARNs show.</summary>
    public required string Region { get; init; }

    /// <summary>The folder that holds everything it knows; one runtime a folder.</summary>
    public required string DataPath { get; init; }

    /// <summary>Its process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The mock file that answers tasks of executions with a test case; null where it was started without one.</summary>
    public string? MockConfigFile { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Endpoint;
}
