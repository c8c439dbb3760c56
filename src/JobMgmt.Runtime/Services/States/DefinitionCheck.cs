using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.Runtime.Services.States;

/// <summary>Whether a text is a state machine definition that can be stored and run.</summary>
internal sealed class DefinitionCheck
{
    /// <summary>The service model's limit, in characters.</summary>
    public const int MostCharacters = 1_048_576;

    /// <exception cref="ServiceException">InvalidDefinition, with AWS's text.</exception>
    public void Enforce(string definition, string type)
    {
        var (read, diagnostics) = AslReader.Read(definition, type == "EXPRESS");
        if (read is null)
        {
            throw new ServiceException("InvalidDefinition", Diagnostic.InvalidDefinitionMessage(diagnostics));
        }
    }
}
