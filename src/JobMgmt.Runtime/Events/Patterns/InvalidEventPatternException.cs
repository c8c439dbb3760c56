namespace JobMgmt.Runtime.Events.Patterns;

/// <summary>A text is no event pattern. The message is the one that EventBridge gives, under an error code of the same name.</summary>
internal sealed class InvalidEventPatternException(string reason) : Exception($"Event pattern is not valid. Reason: {reason}");
