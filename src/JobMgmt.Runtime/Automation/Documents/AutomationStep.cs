using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>A step of <c>mainSteps</c>.</summary>
internal sealed record AutomationStep(string Name, string Action)
{
    /// <summary>As written, with <c>{{ }}</c> references.</summary>
    public JsonObject Inputs { get; init; } = JsonObject.Empty;

    public IReadOnlyList<StepOutput> Outputs { get; init; } = [];

    public StepJump OnFailure { get; init; } = StepJump.Abort;

    public StepJump OnCancel { get; init; } = StepJump.Abort;

    /// <summary>Whether the step's failure makes the automation's final status Failed: true, under <c>onFailure: Continue</c> false, unless stated.</summary>
    public bool IsCritical { get; init; } = true;

    public bool IsEnd { get; init; }

    public string? NextStep { get; init; }

    /// <summary>A whole number of seconds or a <c>{{ }}</c> reference to one; null: the action's own.</summary>
    public JsonValue? TimeoutSeconds { get; init; }

    /// <summary>How often it is tried in all; a number or a reference to one.</summary>
    public JsonValue MaxAttempts { get; init; } = 1;
}
