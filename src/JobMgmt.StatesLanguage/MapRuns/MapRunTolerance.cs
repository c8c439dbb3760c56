using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>
/// How many failed items a map run tolerates. 0 is AWS's default for both: where both are 0 no failure is tolerated; where one is set it alone counts;
/// where both are, the map run fails as soon as one is exceeded.
/// </summary>
/// <param name="Count">ToleratedFailureCount.</param>
/// <param name="Percentage">ToleratedFailurePercentage, of all items; 0 to 100.</param>
public sealed record MapRunTolerance(long Count, double Percentage)
{
    /// <summary>The error of a map run with too many failures.</summary>
    public const string Error = "States.ExceedToleratedFailureThreshold";

    /// <summary>Its cause.</summary>
    public const string Cause = "The specified tolerated failure threshold was exceeded";

    /// <summary>Whether so many failed items (timed out ones among them) are too many.</summary>
    /// <param name="failures">Failed items; in batches, all items of a failed batch.</param>
    /// <param name="total">All items of the map run.</param>
    public bool IsExceeded(long failures, long total) => Count == 0 && Percentage == 0
        ? failures > 0
        : (Count > 0 && failures > Count) || (Percentage > 0 && failures * 100.0 > Percentage * total);

    internal JsonArray ToJson() => new([(JsonValue)Count, Percentage]);

    internal static MapRunTolerance FromJson(JsonArray source) => new(PlanJson.Number(source[0]), ((JsonNumber)source[1]).ToDouble());
}
