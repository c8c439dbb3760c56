using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>The <c>includedData</c> member of the Describe operations.</summary>
internal static class IncludedData
{
    public static bool IsMetadataOnly(JsonObject request)
    {
        var value = request.Text("includedData");
        new Constraints().OneOf(value, "includedData", "ALL_DATA", "METADATA_ONLY").Enforce();
        return value == "METADATA_ONLY";
    }
}
