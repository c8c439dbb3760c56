using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// The <c>Items</c> of the Map state of a job with a list: of each item its index, its value and how many there are. A run that continues another one leaves out those that
/// the other has done: the same value at the same index.
/// </summary>
internal static class ItemList
{
    private const string Begin = "{% ($items := ";
    private const string End = "; $done := ";

    /// <summary>The expression.</summary>
    internal static string Write(JobDefinition job) => Begin + JsonataText.Quote(job.ForEach!) + End + Done(job.Name)
        + "; $of := $count($items); [$filter($map($items, function($v, $i) { {\"Index\": $i, \"Value\": $v, \"Of\": $of} }), "
        + "function($x) { $not($lookup($done, $string($x.Index)).Item = $x.Value) })]) %}";

    /// <summary>What a run that continues another one knows of a job's items, by index.</summary>
    internal static string Done(string job) => $"$lookup({Asl.Given}.Rerun.Items, {JsonataText.Quote(job)})";

    /// <summary>The items of a Map state; null where it is none of ours.</summary>
    internal static IReadOnlyList<string>? Read(JsonValue? items) =>
        items is JsonString { Value: var text } && text.StartsWith(Begin, StringComparison.Ordinal)
        && End is var end && text.LastIndexOf(end, StringComparison.Ordinal) is var at && at > 0
        && JsonValue.TryParse(text.Substring(Begin.Length, at - Begin.Length), out var value) && value is JsonArray list
            ? list.OfType<JsonString>().Select(item => item.Value).ToArray() : null;
}
