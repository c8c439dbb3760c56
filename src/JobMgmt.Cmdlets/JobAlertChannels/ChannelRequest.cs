namespace JobMgmt.Cmdlets.JobAlertChannels;

/// <summary>The targets that a channel is to have; null for those that are left as they are.</summary>
internal sealed record ChannelRequest
{
    public string? Sns { get; init; }

    public string? Sqs { get; init; }

    public string? Lambda { get; init; }

    public Uri? Webhook { get; init; }

    /// <summary>The webhook's secret.</summary>
    public string? Secret { get; init; }

    public IReadOnlyList<string>? Mail { get; init; }

    public IReadOnlyList<string>? Command { get; init; }

    public IReadOnlyDictionary<string, string>? Tag { get; init; }

    /// <summary>The ids of the targets that are asked for.</summary>
    public IReadOnlyList<string> Ids => new (bool IsGiven, string Id)[]
    {
        (Sns is not null, Networks.Stack.ChannelTargets.Sns), (Sqs is not null, Networks.Stack.ChannelTargets.Sqs), (Lambda is not null, Networks.Stack.ChannelTargets.Lambda),
        (Webhook is not null, Networks.Stack.ChannelTargets.Webhook), (Mail is not null, Networks.Stack.ChannelTargets.Mail), (Command is not null, Networks.Stack.ChannelTargets.Command),
    }.Where(one => one.IsGiven).Select(one => one.Id).ToArray();
}
