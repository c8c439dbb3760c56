using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>Reads a definition in Amazon States Language: checks it, and makes the model of it when nothing is wrong. Never throws.</summary>
public static class AslReader
{
    /// <summary>Reads a definition.</summary>
    /// <param name="json">The text, as CreateStateMachine takes it.</param>
    /// <param name="isExpress">Whether it is for an Express state machine.</param>
    /// <param name="isForTest">Whether single states of it are tested: a Map's items are never read then, so that any reader will do.</param>
    /// <returns>The definition, null where there is an error; and all that was found, in AWS's codes and words.</returns>
    public static (StateMachineDefinition? Definition, IReadOnlyList<Diagnostic> Diagnostics) Read(string json, bool isExpress = false, bool isForTest = false)
    {
        var diagnostics = new DiagnosticList();
        if (!TryParse(json, diagnostics, out var source))
        {
            return (null, diagnostics.Items);
        }

        DefinitionValidator.Validate(source, isExpress, diagnostics);
        if (diagnostics.HasErrors)
        {
            return (null, diagnostics.Items);
        }

        if (!isForTest)
        {
            SupportedFeatures.Check(source, diagnostics);
        }

        if (diagnostics.HasErrors)
        {
            return (null, diagnostics.Items);
        }

        try
        {
            return (DefinitionBuilder.Build(source), diagnostics.Items);
        }
        catch (FormatException error)
        {
            diagnostics.Schema("/", error.Message); // no rule foresaw it: refused, not half read
            return (null, diagnostics.Items);
        }
    }

    /// <summary>Checks a definition and tells what is wrong with it, as ValidateStateMachineDefinition does.</summary>
    public static IReadOnlyList<Diagnostic> Validate(string json, bool isExpress = false)
    {
        var diagnostics = new DiagnosticList();
        if (TryParse(json, diagnostics, out var source))
        {
            DefinitionValidator.Validate(source, isExpress, diagnostics);
        }

        return diagnostics.Items;
    }

    private static bool TryParse(string json, DiagnosticList diagnostics, out JsonObject source)
    {
        source = JsonObject.Empty;
        try
        {
            if (JsonValue.Parse(json) is JsonObject obj)
            {
                source = obj;
                return true;
            }

            diagnostics.Add(DiagnosticCodes.InvalidJson, null, "The definition is not a JSON object");
        }
        catch (JsonSyntaxException)
        {
            diagnostics.Add(DiagnosticCodes.InvalidJson, null, JsonFault.Describe(json) ?? JsonFault.Other);
        }

        return false;
    }
}
