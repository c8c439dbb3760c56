using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Expressions;
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
    /// <param name="job">The job; it has a list.</param>
    /// <param name="expressions">How expressions are written.</param>
    internal static string Write(JobDefinition job, ExpressionText expressions) => Begin + (job.ItemExpression is { } text ? Found(job.Name, expressions.Write(text)) : JsonataText.Quote(job.ForEach!))
        + End + Done(job.Name)
        + "; $of := $count($items); [$filter($map($items, function($v, $i) { {\"Index\": $i, \"Value\": $v, \"Of\": $of} }), "
        + "function($x) { $not($lookup($done, $string($x.Index)).Item = $x.Value) })]) %}";

    /// <summary>What a run that continues another one knows of a job's items, by index.</summary>
    internal static string Done(string job) => $"$lookup({Asl.Given}.Rerun.Items, {JsonataText.Quote(job)})";

    /// <summary>The items of a Map state, or the one expression that gives them; null where it is none of ours.</summary>
    internal static IReadOnlyList<string>? Read(JsonValue? items)
    {
        if (items is not JsonString { Value: var text } || !text.StartsWith(Begin, StringComparison.Ordinal))
        {
            return null;
        }

        if (ExpressionText.Read(text) is { } expression)
        {
            return new[] { "{%" + expression + "%}" };
        }

        var at = text.LastIndexOf(End, StringComparison.Ordinal);
        return at > 0 && JsonValue.TryParse(text.Substring(Begin.Length, at - Begin.Length), out var value) && value is JsonArray list
            ? list.OfType<JsonString>().Select(item => item.Value).ToArray() : null;
    }

    /// <summary>How many items a Map state of ours has; null where that is only known at run time.</summary>
    internal static int? Count(JsonValue? items) => Read(items) is { } list && JobDefinition.ItemExpressionIn(list) is null ? list.Count : null;

    /// <summary>The same with items written out in place of the expression; null where none gives them.</summary>
    internal static string? Fill(JsonValue? items, IEnumerable<string> texts) => Read(items) is { } list && JobDefinition.ItemExpressionIn(list) is not null && items is JsonString { Value: var text }
        ? Begin + JsonataText.Quote(texts) + text.Substring(text.LastIndexOf(End, StringComparison.Ordinal)) : null;

    // A text is its lines. What is no list fails the job: the error is caught.
    private static string Found(string job, string expression) => string.Format(
        CultureInfo.InvariantCulture,
        "($found := {0}; $list := $type($found) = \"array\" ? $found : $type($found) = \"string\" ? [$split($found, /\\r?\\n/)[$trim($) != \"\"]] "
        + ": $error({1} & ($exists($found) ? \"a value of the type \" & $type($found) : \"nothing\") & \", and not a list or the lines of a text.\"); "
        + "$count($list) > {2} ? $error({3} & $count($list) & \" items; a job can run through {2}.\") : $list)",
        expression,
        JsonataText.Quote($"The items of job '{job}' give "),
        JobDefinition.MaxItems,
        JsonataText.Quote($"The items of job '{job}' are "));
}
