using JobMgmt.Schedules.Calendars;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Calendars;

/// <summary>A day rule as it stands in a schedule's input: <c>{"Shift":"Next","DaysOfMonth":[25]}</c>. What is not there leaves every day.</summary>
public static class DayRuleJson
{
    /// <summary>The rule's members.</summary>
    public static JsonObject Write(DayRule rule) => JsonObject.Of(
        ("Shift", rule.Shift == CalendarShift.None ? null : rule.Shift.ToString()),
        ("BusinessDays", Numbers(rule.BusinessDays)),
        ("Years", Numbers(rule.Due.Years)),
        ("Months", Numbers(rule.Due.Months)),
        ("DaysOfMonth", Numbers(rule.Due.DaysOfMonth)),
        ("LastDayOfMonth", rule.Due.LastDayOfMonth ? true : null),
        ("Weekdays", Numbers(rule.Due.Weekdays)),
        ("NthWeekday", rule.Due.NthWeekday is { } nth ? Numbers([nth.Weekday, nth.Nth]) : null),
        ("LastWeekday", rule.Due.LastWeekday is { } last ? last : null));

    /// <summary>The rule of such members; null where they are none.</summary>
    /// <param name="stored">The members.</param>
    /// <param name="dailyCron">The schedule's cron.</param>
    public static DayRule? Read(JsonObject stored, string dailyCron)
    {
        var shift = CalendarShift.None;
        var nth = Numbers(stored["NthWeekday"]);
        return stored["Shift"] is { } text && !Enum.TryParse((text as JsonString)?.Value, out shift) ? null : nth is not null and not { Length: 2 } ? null : new DayRule
        {
            Shift = shift,
            BusinessDays = Numbers(stored["BusinessDays"]),
            DailyCron = dailyCron,
            Due = new DueDays
            {
                Years = Numbers(stored["Years"]),
                Months = Numbers(stored["Months"]),
                DaysOfMonth = Numbers(stored["DaysOfMonth"]),
                LastDayOfMonth = stored["LastDayOfMonth"] is JsonBoolean { Value: true },
                Weekdays = Numbers(stored["Weekdays"]),
                NthWeekday = nth is null ? null : (nth[0], nth[1]),
                LastWeekday = stored["LastWeekday"] is JsonNumber last ? (int)last.ToDouble() : null,
            },
        };
    }

    private static JsonArray? Numbers(IReadOnlyList<int>? numbers) => numbers is null ? null : new JsonArray(numbers.Select(number => (JsonValue)number));

    private static int[]? Numbers(JsonValue? stored) => (stored as JsonArray)?.OfType<JsonNumber>().Select(number => (int)number.ToDouble()).ToArray();
}
