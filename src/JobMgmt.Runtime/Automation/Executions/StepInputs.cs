using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Executions;

/// <summary>What <c>{{ name }}</c> stands for at a moment of an automation.</summary>
internal sealed class StepInputs(RuntimeIdentity identity, TimeProvider time)
{
    /// <summary>What AWS shows for an output of a step that did not give it.</summary>
    public const string NoOutput = "No output available yet because the step is not successfully executed";

    /// <summary>A part of the document with its references replaced.</summary>
    public JsonValue Resolve(StoreConnection connection, AutomationExecution automation, AutomationDocument document, JsonValue value) =>
        References.Resolve(value, name => Find(connection, automation, document, name));

    /// <summary>A number that may be written as a reference; null where it resolves to none.</summary>
    public long? Number(StoreConnection connection, AutomationExecution automation, AutomationDocument document, JsonValue? value) =>
        value is not null && ParameterTypes.Convert(ParameterType.Integer, Resolve(connection, automation, document, value)) is JsonNumber number
        && number.TryToInt64(out var count) ? count : null;

    /// <summary>The automation's outputs, from the document's <c>outputs</c>.</summary>
    public JsonObject Outputs(StoreConnection connection, AutomationExecution automation, AutomationDocument document) =>
        new(document.Outputs.Select(name => KeyValuePair.Create(name, Find(connection, automation, document, name) ?? new JsonString(NoOutput))));

    private JsonValue? Find(StoreConnection connection, AutomationExecution automation, AutomationDocument document, string name)
    {
        if (BuiltInReferences.Find(name, automation.Id, identity, time.GetUtcNow()) is { } value)
        {
            return value;
        }

        if (automation.Parameters[name] is { } parameter)
        {
            return parameter;
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot <= 0 || document.Steps.All(step => step.Name != name[..dot])
            ? null
            : AutomationStore.FindStep(connection, automation.Id, name[..dot])?.Outputs[name[(dot + 1)..]] ?? new JsonString(NoOutput);
    }
}
