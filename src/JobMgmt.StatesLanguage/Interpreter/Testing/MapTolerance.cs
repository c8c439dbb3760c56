using System.Globalization;
using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.MapRuns;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Model.Maps;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Interpreter.Testing;

/// <summary>How many failed iterations a Map that is tested alone tolerates.</summary>
internal static class MapTolerance
{
    /// <summary>The error of a Map with so many failed iterations; null where it tolerates them, or says nothing of failures.</summary>
    public static StateError? Error(StateTrace trace, MapState map, EvaluationContext context, int items, long failures)
    {
        var isExceeded = false;
        if (map.ToleratedFailureCount is { } countField)
        {
            var count = StateData.Integer(countField, context, 0);
            trace.See("toleratedFailureCount", count);
            isExceeded |= failures > count;
        }

        if (map.ToleratedFailurePercentage is { } percentageField)
        {
            var percentage = Percentage(percentageField, context);
            trace.See("toleratedFailurePercentage", new JsonNumber(percentage.ToString("0.0###", CultureInfo.InvariantCulture)));
            isExceeded |= failures * 100.0 > percentage * items;
        }

        return isExceeded ? new StateError(MapRunTolerance.Error, MapRunTolerance.Cause) : null;
    }

    private static double Percentage(PercentageField field, EvaluationContext context) => field.Value
        ?? (field.Expression?.Evaluate(context.Jsonata!, JsonKind.Number) as JsonNumber)?.ToDouble()
        ?? StateData.Integer(new IntegerField("ToleratedFailurePercentage", null, field.Path, null), context, 0);
}
