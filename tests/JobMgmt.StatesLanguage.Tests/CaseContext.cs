using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Tests;

/// <summary>The evaluation context that a case describes: <c>input</c>, <c>context</c>, <c>variables</c>; <c>{}</c> where it says nothing.</summary>
internal static class CaseContext
{
    public static EvaluationContext Of(JsonObject row) => new(
        row["input"] ?? JsonObject.Empty,
        () => row["context"] ?? JsonObject.Empty,
        new CountingRandom(),
        ((row["variables"] as JsonObject) ?? JsonObject.Empty).ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal));
}
