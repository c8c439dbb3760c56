using JobMgmt.Networks.Definitions;

namespace JobMgmt.Cmdlets.Crontabs;

/// <summary>A network that was made of a crontab's line, or of the scripts of a run-parts directory. New-JobNetwork takes it from the pipeline.</summary>
public sealed class CrontabJobNetwork
{
    /// <summary>The network's name.</summary>
    public required string Name { get; init; }

    /// <summary>When it starts, as the crontab has it.</summary>
    public required string Schedule { get; init; }

    /// <summary>The IANA zone whose clock the schedule means.</summary>
    public required string TimeZone { get; init; }

    /// <summary>As whom the command runs.</summary>
    public required string UserName { get; init; }

    /// <summary>The command, as cron hands it to the shell.</summary>
    public required string Command { get; init; }

    /// <summary>The channel of its alerts; null: the stack's default.</summary>
    public string? AlertChannel { get; init; }

    /// <summary>What there is to do for it, and what is not as under cron.</summary>
    public string[] Note { get; init; } = [];

    /// <summary>The file or directory; null: it came through the pipeline.</summary>
    public string? Path { get; init; }

    /// <summary>The line's number; null for a directory.</summary>
    public int? Line { get; init; }

    /// <summary>The network, with its job and its trigger.</summary>
    public required JobNetwork Definition { get; init; }

    /// <summary>The network.</summary>
    public static implicit operator JobNetwork(CrontabJobNetwork line) => line.Definition;

    /// <summary>The network.</summary>
    public JobNetwork ToJobNetwork() => Definition;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
