using System.Text.RegularExpressions;
using JobMgmt.Runtime.Automation.Actions;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>Reads a document's value as schema 0.3 and checks all that can be known before it runs: steps, jumps, references, and each action's inputs.</summary>
internal sealed partial class AutomationDocumentReader(StepActionTable actions)
{
    /// <exception cref="ServiceException">InvalidDocumentContent or InvalidDocumentSchemaVersion.</exception>
    public AutomationDocument Read(JsonObject content)
    {
        var shape = new DocumentShape(content, "/").Require("schemaVersion", "mainSteps")
            .Allow("schemaVersion", "description", "assumeRole", "parameters", "variables", "mainSteps", "outputs", "files");
        var version = shape.Text("schemaVersion");
        if (version != "0.3")
        {
            throw new ServiceException(
                "InvalidDocumentSchemaVersion", $"Document schema version, {version}, is not supported by [Automation] document that is created with current document format");
        }

        var steps = (shape.List("mainSteps") ?? JsonArray.Empty).Select((step, at) => Step(DocumentShape.Of(step, FormattableString.Invariant($"/mainSteps/{at}")))).ToArray();
        var document = new AutomationDocument
        {
            Description = shape.Text("description"),
            AssumeRole = shape.Text("assumeRole"),
            Parameters = DocumentParameterReader.Read(shape),
            Steps = steps,
            Outputs = [.. (shape.List("outputs") ?? JsonArray.Empty).Select(output => OutputReference(output))],
        };
        CheckJumps(document);
        DocumentReferenceCheck.Check(document);
        return document with { Warnings = [.. steps.SelectMany(step => actions.Find(step.Action)!.Check(step)).Distinct()] };
    }

    private static string OutputReference(JsonValue output) =>
        output is JsonString text ? References.Whole(text.Value) ?? text.Value : throw DocumentShape.Invalid("Each of the document's outputs must be a string.");

    private static void CheckJumps(AutomationDocument document)
    {
        if (document.Steps.Count == 0)
        {
            throw DocumentShape.Invalid("[message: \"array is too short: must have at least 1 elements but instance has 0 elements\" - parent node: /mainSteps]");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        if (document.Steps.FirstOrDefault(step => !names.Add(step.Name)) is { } twice)
        {
            throw DocumentShape.Invalid($"Step name \"{twice.Name}\" is used more than once.");
        }

        foreach (var step in document.Steps)
        {
            foreach (var target in document.ValidNextSteps(step).Concat([step.NextStep, step.OnFailure.Step, step.OnCancel.Step]).OfType<string>())
            {
                if (!names.Contains(target) && !target.Contains("{{", StringComparison.Ordinal))
                {
                    throw DocumentShape.Invalid($"Step \"{step.Name}\" refers to step \"{target}\", which is not defined.");
                }
            }
        }
    }

    private static StepJump Jump(DocumentShape shape, string name, bool mayContinue)
    {
        var jump = new StepJump(shape.Text(name) ?? "Abort");
        return jump.IsAbort || (jump.IsContinue && mayContinue) || jump.Step is { Length: > 0 }
            ? jump
            : throw DocumentShape.Invalid($"{name} of {shape.Pointer} must be Abort, {(mayContinue ? "Continue " : "")}or step:<step_name>, not \"{jump.Text}\".");
    }

    private static StepOutput Output(DocumentShape shape)
    {
        shape.Require("Name", "Selector").Allow("Name", "Selector", "Type");
        var type = shape.Text("Type") ?? "String";
        return ParameterTypes.TryParse(type, out var parsed)
            ? new StepOutput(shape.Text("Name")!, shape.Text("Selector")!, parsed)
            : throw DocumentShape.Invalid($"Type \"{type}\" of {shape.Pointer} is not a valid output type.");
    }

    private AutomationStep Step(DocumentShape shape)
    {
        shape.Require("name", "action").Allow(
            "name", "action", "description", "inputs", "outputs", "onFailure", "onCancel", "isCritical", "isEnd", "nextStep", "timeoutSeconds", "maxAttempts");
        var name = shape.Text("name")!;
        var action = shape.Text("action")!;
        if (!StepName().IsMatch(name))
        {
            throw DocumentShape.Invalid($"Step name \"{name}\" at {shape.Pointer} must match [a-zA-Z0-9_-]+ and have at most 128 characters.");
        }

        if (actions.Find(action) is null)
        {
            throw DocumentShape.Invalid($"Step \"{name}\" has the action {action}, which the local runtime does not run. It runs {string.Join(", ", actions.Names)}.");
        }

        var onFailure = Jump(shape, "onFailure", mayContinue: true);
        return new AutomationStep(name, action)
        {
            Inputs = shape.Object("inputs") ?? JsonObject.Empty,
            Outputs = [.. (shape.List("outputs") ?? JsonArray.Empty).Select((output, at) => Output(DocumentShape.Of(output, FormattableString.Invariant($"{shape.Pointer}/outputs/{at}"))))],
            OnFailure = onFailure,
            OnCancel = Jump(shape, "onCancel", mayContinue: false),
            IsCritical = shape.Flag("isCritical") ?? !onFailure.IsContinue,
            IsEnd = shape.Flag("isEnd") ?? false,
            NextStep = shape.Text("nextStep"),
            TimeoutSeconds = Count(shape, "timeoutSeconds"),
            MaxAttempts = Count(shape, "maxAttempts") ?? 1,
        };
    }

    private static JsonValue? Count(DocumentShape shape, string name) => shape.Part[name] switch
    {
        null or JsonNull => null,
        JsonNumber number when number.TryToInt64(out var value) && value > 0 => number,
        JsonString text when References.Whole(text.Value) is not null => text,
        JsonString text when long.TryParse(text.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) && value > 0 => value,
        var other => throw DocumentShape.Invalid($"{name} of {shape.Pointer} must be a positive whole number, not {other}."),
    };

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,128}$")]
    private static partial Regex StepName();
}
