namespace JobMgmt.Networks.Stack;

/// <summary>Where a rule sends its events; the whole event goes.</summary>
/// <param name="Id">The target's id; ours begin with <c>jobmgmt-</c>.</param>
/// <param name="Arn">A log group or a state machine.</param>
/// <param name="RoleArn">The role with which EventBridge starts a state machine; null for a log group.</param>
public sealed record RuleTarget(string Id, string Arn, string? RoleArn = null);
