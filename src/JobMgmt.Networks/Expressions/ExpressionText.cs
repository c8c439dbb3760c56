using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;

namespace JobMgmt.Networks.Expressions;

/// <summary>
/// Expressions as they stand in a compiled network: <c>{"jobs": …, "run": …}.(…)</c>, with what the expression asks for and no more. The author's text stands between line breaks,
/// and no line break is in what is around it, so that it reads back as it was.
/// </summary>
internal sealed class ExpressionText(JobNetwork network, bool hasGates)
{
    private const char Mark = '\n';

    /// <summary>A value of a job's environment: an expression, or a constant.</summary>
    internal string Value(string value) =>
        NetworkExpression.IsIn(value) ? JsonataText.Expression(Write(NetworkExpression.TextIn(value))) : JsonataText.Constant(value);

    /// <summary>The expression in its context.</summary>
    internal string Write(string text)
    {
        var expression = NetworkExpression.Parse(text);
        var jobs = expression.AskedJobs().Keys.OrderBy(name => name, StringComparer.Ordinal).Select(name => $"{JsonataText.Quote(name)}: $lookup($known, {JsonataText.Quote(name)})").ToArray();
        var context = new[]
        {
            jobs.Length > 0 ? $"\"{NetworkExpression.Jobs}\": {{{string.Join(", ", jobs)}}}" : null,
            expression.Reads(NetworkExpression.Parameters) ? $"\"{NetworkExpression.Parameters}\": {RunData.Parameters}" : null,
            expression.Reads(NetworkExpression.Item) ? $"\"{NetworkExpression.Item}\": $states.input.Item.Value" : null,
            expression.Reads(NetworkExpression.Run) ? $"\"{NetworkExpression.Run}\": {Run}" : null,
        };
        return string.Format(
            CultureInfo.InvariantCulture,
            "({0}{{{1}}}.({2}{3}{2}))",
            jobs.Length > 0 ? $"$known := {(hasGates ? RunData.Known : RunData.Jobs)}; " : "",
            string.Join(", ", context.OfType<string>()),
            Mark,
            text);
    }

    /// <summary>A value of a job's environment as its author wrote it.</summary>
    internal static string ReadValue(string value) => Read(value) is { } text ? "{%" + text + "%}" : JsonataText.Read(value);

    /// <summary>The author's text within a field of a compiled network; null where there is none.</summary>
    internal static string? Read(string? field)
    {
        var (first, last) = (field?.IndexOf(Mark) ?? -1, field?.LastIndexOf(Mark) ?? -1);
        return first >= 0 && last > first && NetworkExpression.IsIn(field!) ? field!.Substring(first + 1, last - first - 1) : null;
    }

    private string Run =>
        $"{{\"Name\": $states.context.Execution.Name, \"NetworkName\": {JsonataText.Quote(network.Name)}, \"StartTime\": $states.context.Execution.StartTime, \"Id\": $states.context.Execution.Id}}";
}
