using System.Globalization;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions.MapRuns;

/// <summary>ToleratedFailurePercentage, which is no whole number.</summary>
internal static class MapRunSettings
{
    private const string Name = "toleratedFailurePercentage";

    /// <summary>The percentage of a request, if it has one; its bounds are checked already.</summary>
    public static double? Percentage(JsonObject request) => request[Name] switch
    {
        null or JsonNull => null,
        JsonNumber number => number.ToDouble(),
        _ => throw new ServiceException("SerializationException", $"{Name} must be a number."),
    };

    /// <summary>A percentage as AWS answers it: with a fraction, be it 0.</summary>
    public static JsonNumber Number(double percentage) => new(percentage.ToString("0.0######", CultureInfo.InvariantCulture));
}
