namespace JobMgmt.Cmdlets.JobAlertChannels;

/// <summary>One place where a channel's alerts go.</summary>
public sealed class JobAlertChannelTarget
{
    /// <summary>LogGroup, Sns, Sqs, Lambda, Webhook, Mail, Command, or Other for one that somebody else gave the rule.</summary>
    public required string Kind { get; init; }

    /// <summary>The topic, queue, function, address or command.</summary>
    public required string Address { get; init; }

    /// <summary>What there is to know besides: a mail address that its owner has not confirmed, or a command's worker tags.</summary>
    public string? Detail { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Kind == "LogGroup" ? Kind : $"{Kind} {Address}{(Detail is null ? "" : $" ({Detail})")}";
}
