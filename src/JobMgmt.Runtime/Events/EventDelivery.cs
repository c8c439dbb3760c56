namespace JobMgmt.Runtime.Events;

/// <summary>An event that a target is still owed.</summary>
/// <param name="Id">Its key in the store.</param>
/// <param name="Rule">The rule that matched.</param>
/// <param name="Target">Where it goes.</param>
/// <param name="Payload">What is sent.</param>
/// <param name="Accepted">When the event was accepted.</param>
/// <param name="Attempts">How often it was tried.</param>
internal sealed record EventDelivery(long Id, string Rule, EventTarget Target, string Payload, DateTimeOffset Accepted, long Attempts);
