using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>Retriers and catchers name errors; States.ALL stands alone and last; numbers are in their ranges.</summary>
internal sealed class RetryCatchRule : IValidationRule
{
    private const long MostDelay = 31_622_400; // 366 days

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => state.Type is "Task" or "Parallel" or "Map"))
        {
            foreach (var field in new[] { "Retry", "Catch" })
            {
                var items = state.Body[field] as JsonArray ?? JsonArray.Empty;
                for (var i = 0; i < items.Count; i++)
                {
                    if (items[i] is JsonObject item)
                    {
                        CheckItem(item, field, i == items.Count - 1, state.At($"{field}[{i}]"), diagnostics);
                    }
                }
            }
        }
    }

    private static void CheckItem(JsonObject item, string field, bool isLast, string location, DiagnosticList diagnostics)
    {
        if (item["ErrorEquals"] is JsonArray { Count: 0 })
        {
            diagnostics.Schema($"{location}/ErrorEquals", "Value cannot be empty");
        }
        else if (item["ErrorEquals"] is not { } names)
        {
            diagnostics.Schema(location, "These fields are required: [ErrorEquals]");
        }
        else if (names is not JsonArray errors)
        {
            diagnostics.Schema($"{location}/ErrorEquals", "Expected value of type [ARRAY]");
        }
        else if (errors.FirstOrDefault(error => error is not JsonString) is { } other)
        {
            diagnostics.Schema($"{location}/ErrorEquals[{errors.TakeWhile(error => error != other).Count()}]", "Expected value of type [STRING]");
        }
        else if (errors.Any(error => ((JsonString)error).Value == "States.ALL") && (errors.Count > 1 || !isLast))
        {
            diagnostics.Schema($"{location}/ErrorEquals", "States.ALL must appear alone and at end of list");
        }

        if (field == "Catch")
        {
            if (item["Next"] is not JsonString)
            {
                diagnostics.Schema(location, "These fields are required: [Next]");
            }

            return;
        }

        TimeoutRule.CheckRange(item, "IntervalSeconds", 0, location, diagnostics); // 0 was measured to be taken
        TimeoutRule.CheckRange(item, "MaxAttempts", 0, location, diagnostics);
        TimeoutRule.CheckRange(item, "MaxDelaySeconds", 1, location, diagnostics, MostDelay);
        if (item["BackoffRate"] is { } rate && !(rate is JsonNumber number && number.ToDouble() >= 1))
        {
            diagnostics.Schema($"{location}/BackoffRate", rate is JsonNumber ? "Minimum value is 1" : "Expected value of type [NUMBER]");
        }

        if (item["JitterStrategy"] is { } jitter && (jitter as JsonString)?.Value is not ("FULL" or "NONE"))
        {
            diagnostics.Schema($"{location}/JitterStrategy", "Value should be one of the following: [NONE, FULL]");
        }
    }
}
