using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>Writes a definition. What it was read from is kept whole, so unknown fields and the order of members survive.</summary>
public static class AslWriter
{
    /// <summary>Compact text.</summary>
    public static string Write(StateMachineDefinition definition) => definition.Source.ToString();

    /// <summary>Text for people: two spaces a level.</summary>
    public static string WriteIndented(StateMachineDefinition definition) => definition.Source.ToIndentedString();
}
