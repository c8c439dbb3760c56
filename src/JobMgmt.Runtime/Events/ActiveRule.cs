namespace JobMgmt.Runtime.Events;

/// <summary>An enabled rule, and where it sends events.</summary>
internal sealed record ActiveRule(EventRule Rule, IReadOnlyList<EventTarget> Targets);
