using System.Globalization;
using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.MapRuns;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Interpreter.Testing;

/// <summary>How many failed iterations a Map that is tested alone tolerates.</summary>
internal static class MapTolerance
{
    /// <summary>The error of a Map with so many failed iterations; null where it tolerates them, or says nothing of failures.</summary>
    public static StateError? Error(StateTrace trace, MapState map, EvaluationContext context, int items, long failures)
    {
        var tolerance = MapSettings.Tolerance(map, context);
        var isExceeded = false;
        if (map.ToleratedFailureCount is not null)
        {
            trace.See("toleratedFailureCount", tolerance.Count);
            isExceeded |= failures > tolerance.Count;
        }

        if (map.ToleratedFailurePercentage is not null)
        {
            trace.See("toleratedFailurePercentage", new JsonNumber(tolerance.Percentage.ToString("0.0###", CultureInfo.InvariantCulture)));
            isExceeded |= failures * 100.0 > tolerance.Percentage * items;
        }

        return isExceeded ? new StateError(MapRunTolerance.Error, MapRunTolerance.Cause) : null;
    }
}
