namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>What <c>onFailure</c> and <c>onCancel</c> say: <c>Abort</c>, <c>Continue</c> (onFailure only) or <c>step:NAME</c>.</summary>
/// <param name="Text">As the document has it.</param>
internal sealed record StepJump(string Text)
{
    public static StepJump Abort { get; } = new("Abort");

    public bool IsAbort => Text == "Abort";

    public bool IsContinue => Text == "Continue";

    /// <summary>The step to go to, or null.</summary>
    public string? Step => Text.StartsWith("step:", StringComparison.Ordinal) ? Text[5..] : null;
}
