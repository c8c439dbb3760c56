namespace JobMgmt.Cmdlets.JobAlerts;

/// <summary>What is last known of an alert's way to a webhook, a mail address or a topic.</summary>
/// <param name="EventId">The alert's event.</param>
/// <param name="Target">The ARN of the rule's target.</param>
/// <param name="Address">The mail address; null for other targets.</param>
/// <param name="Error">What went wrong; null where the receiver has taken it.</param>
/// <param name="MayCome">Whether it is tried again.</param>
internal sealed record AlertDelivery(string EventId, string Target, string? Address, string? Error, bool MayCome)
{
    private bool IsWebhook => Target.Contains(":api-destination/");

    /// <summary>Whether it is of a channel's target.</summary>
    public bool IsOf(string kind, string address) => kind switch { "Webhook" => IsWebhook, "Mail" => Address == address, _ => Target == address };

    /// <inheritdoc/>
    public override string ToString() => $"{Address ?? (IsWebhook ? "webhook" : Target)}: {Error ?? "delivered"}{(MayCome ? "; it is tried again" : "")}";
}
