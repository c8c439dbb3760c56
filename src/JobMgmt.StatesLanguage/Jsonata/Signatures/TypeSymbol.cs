using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Functions;

namespace JobMgmt.StatesLanguage.Jsonata.Signatures;

/// <summary>The symbol of a value in signatures.</summary>
internal static class TypeSymbol
{
    public static char Of(JsonValue? value) => value switch
    {
        null => 'm',
        JsonataFunction => 'f',
        _ => value.Kind switch
        {
            JsonKind.String => 's',
            JsonKind.Number => 'n',
            JsonKind.Boolean => 'b',
            JsonKind.Null => 'l',
            JsonKind.Array => 'a',
            _ => 'o',
        },
    };
}
