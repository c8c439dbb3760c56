using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Actions;

/// <summary>Reading a step's inputs, and refusing at CreateDocument what can't ever run.</summary>
internal static class StepInputChecks
{
    /// <summary>Inputs that must be there.</summary>
    public static void Require(this AutomationStep step, params string[] names)
    {
        if (Array.Find(names, name => step.Inputs[name] is null or JsonNull) is { } missing)
        {
            throw DocumentShape.Invalid($"Step \"{step.Name}\" ({step.Action}) lacks the required input \"{missing}\".");
        }
    }

    /// <summary>A fault in a step.</summary>
    public static Exception Fault(this AutomationStep step, string message) => DocumentShape.Invalid($"Step \"{step.Name}\" ({step.Action}): {message}");

    /// <summary>An input as text; null where it is absent.</summary>
    public static string? Text(this StepContext context, string name) =>
        context.Inputs[name] is { } value and not JsonNull ? ParameterTypes.Text(value) : null;
}
