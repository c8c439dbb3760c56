using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>Whether a text is a state machine definition that can be stored.</summary>
internal sealed class DefinitionCheck
{
    /// <summary>The service model's limit, in characters.</summary>
    public const int MostCharacters = 1_048_576;

    /// <exception cref="ServiceException">InvalidDefinition, with AWS's text.</exception>
    public void Enforce(string definition, string type)
    {
        if (!JsonValue.TryParse(definition, out var value) || value is not JsonObject)
        {
            throw new ServiceException("InvalidDefinition", "Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: Invalid JSON description'");
        }
    }
}
