namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>A value that a step takes out of what its action answered.</summary>
/// <param name="Name">The name after the step's: <c>{{ step.Name }}</c>.</param>
/// <param name="Selector">A JSONPath.</param>
/// <param name="Type">What it becomes.</param>
internal sealed record StepOutput(string Name, string Selector, ParameterType Type);
