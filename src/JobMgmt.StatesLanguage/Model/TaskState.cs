using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Model;

/// <summary>Task: one call of an integration, a function or an activity.</summary>
public sealed record TaskState : WorkState
{
    /// <inheritdoc/>
    public override string Type => "Task";

    /// <summary>What is called.</summary>
    public required TaskResource Resource { get; init; }

    /// <summary>Seconds that an attempt may take; null for no limit.</summary>
    public IntegerField? TimeoutSeconds { get; init; }

    /// <summary>Seconds that may pass between two heartbeats; null for no limit.</summary>
    public IntegerField? HeartbeatSeconds { get; init; }

    /// <summary>The role that the call is made with (<c>RoleArn</c>); recorded, not enforced.</summary>
    public PayloadTemplate? Credentials { get; init; }
}
