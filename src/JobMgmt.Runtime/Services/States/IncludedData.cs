using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>The <c>includedData</c> member of the Describe operations.</summary>
internal static class IncludedData
{
    public static bool IsMetadataOnly(JsonObject request)
    {
        var value = request.Text("includedData");
        return value == "METADATA_ONLY";
    }
}
