using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>An Automation document of schema 0.3, read and checked.</summary>
internal sealed record AutomationDocument
{
    public string? Description { get; init; }

    /// <summary>The role that steps act as; shown, not enforced here.</summary>
    public string? AssumeRole { get; init; }

    public required IReadOnlyList<DocumentParameter> Parameters { get; init; }

    public required IReadOnlyList<AutomationStep> Steps { get; init; }

    /// <summary><c>step.Output</c> references that become the automation's outputs.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>What is served here although AWS refuses it today (old script runtimes); empty if nothing.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public AutomationStep Step(string name) => Steps.First(step => step.Name == name);

    /// <summary>The step after this one in the document's order, or null.</summary>
    public AutomationStep? Following(AutomationStep step)
    {
        var at = Steps.TakeWhile(other => other.Name != step.Name).Count() + 1;
        return at < Steps.Count ? Steps[at] : null;
    }

    /// <summary>Where a step can lead to, in the order of the API's ValidNextSteps.</summary>
    public IReadOnlyList<string> ValidNextSteps(AutomationStep step)
    {
        if (step.Action == "aws:branch")
        {
            return [.. ((step.Inputs["Choices"] as JsonArray) ?? JsonArray.Empty).OfType<JsonObject>().Select(choice => choice["NextStep"])
                .Append(step.Inputs["Default"]).OfType<JsonString>().Select(name => name.Value).Distinct()];
        }

        return step.IsEnd ? [] : (step.NextStep ?? Following(step)?.Name) is { } next ? [next] : [];
    }
}
