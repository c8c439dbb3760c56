using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Notifications;

/// <summary>A request or a mail that is still to be sent.</summary>
/// <param name="Id">Its key in the store.</param>
/// <param name="Destination">The ARN of an API destination or of a subscription.</param>
/// <param name="Origin">The rule or the topic that it comes from.</param>
/// <param name="Message">What is sent; its members are the sender's.</param>
/// <param name="Accepted">When it was accepted.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="MostAttempts">How often it may be.</param>
/// <param name="GiveUp">No attempt after that.</param>
internal sealed record Notification(
    long Id, string Destination, string Origin, JsonObject Message, DateTimeOffset Accepted, long Attempts, long MostAttempts, DateTimeOffset GiveUp);
