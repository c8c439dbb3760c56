using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Jsonata;

namespace JobMgmt.Networks.Expressions;

/// <summary>The faults of one expression by itself; what it asks of its network is <see cref="AskingRules"/>' to check.</summary>
internal static class ExpressionRules
{
    private const string Sees = "Say jobs.<name>.Status, .ExitCode, .Output or .Error, parameters.<name>, or run.Name, .NetworkName, .StartTime or .Id.";

    private static readonly string[] RunMembers = { "Name", "NetworkName", "StartTime", "Id" };
    private static readonly string[] JobMembers = { nameof(JobParts.Status), nameof(JobParts.ExitCode), nameof(JobParts.Output), nameof(JobParts.Error) };

    /// <summary>The expressions of a job: the member where each stands, and its text.</summary>
    internal static IEnumerable<(string Member, string Text)> Of(JobDefinition job)
    {
        if (job.When is not null)
        {
            yield return ("When", job.When);
        }

        if (job.ItemExpression is { } items)
        {
            yield return ("ForEach", items);
        }

        foreach (var parameter in (job.Parameter ?? new Dictionary<string, string>()).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (parameter.Value is not null && NetworkExpression.IsIn(parameter.Value))
            {
                yield return ("Parameter." + parameter.Key, NetworkExpression.TextIn(parameter.Value));
            }
        }

        foreach (var variable in (job.Environment ?? new Dictionary<string, string>()).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (variable.Value is not null && NetworkExpression.IsIn(variable.Value))
            {
                yield return ("Environment." + variable.Key, NetworkExpression.TextIn(variable.Value));
            }
        }
    }

    internal static void Check(JobDefinition job, Action<string, string, string> fault)
    {
        foreach (var (member, text) in Of(job))
        {
            Check(text, job.ForEach is not null && member is not ("When" or "ForEach"), (message, fix) => fault(member, message, fix));
        }
    }

    private static void Check(string text, bool hasItem, Action<string, string> fault)
    {
        if (text.Contains("{%") || text.Contains("%}"))
        {
            fault("The expression has {% or %} within.", "Leave these out: a condition has none around it; in a text write \"{\\u0025\" or \"\\u0025}\".");
            return;
        }

        NetworkExpression expression;
        try
        {
            expression = NetworkExpression.Parse(text);
        }
        catch (JsonataException error)
        {
            fault($"The expression is no JSONata{Place(error.Position)}: {error.Message.TrimEnd('.')}.", "Compare with = and not ==, join with and / or; texts stand in quotes, names with other characters in `backticks`.");
            return;
        }

        // One fault an expression: the first is mostly the reason of the others.
        var wrong = expression.FreeVariables.Select(variable => (variable.Position, Message: (string?)Variable(variable)))
            .Concat(expression.References.Select(reference => (reference.Position, Message: Reference(reference, hasItem))))
            .Where(item => item.Message is not null).OrderBy(item => item.Position).FirstOrDefault();
        if (wrong.Message is not null)
        {
            fault(wrong.Message, Sees);
        }
    }

    private static string Variable(JsonataReference variable) => variable.Names[0] == "states"
        ? "An expression of a network does not see $states."
        : $"${variable.Names[0]} is neither a function nor a variable that the expression binds.";

    private static string? Reference(JsonataReference reference, bool hasItem)
    {
        var names = reference.Names;
        return names[0] switch
        {
            NetworkExpression.Jobs when names.Count == 1 => "'jobs' does not say which job: what a run carries of its jobs has to be known before.",
            NetworkExpression.Jobs => names.Count > 2 && !JobMembers.Contains(names[2]) ? $"A job has no '{names[2]}'." : null,
            NetworkExpression.Run => names.Count > 1 && !RunMembers.Contains(names[1]) ? $"A run has no '{names[1]}'." : null,
            NetworkExpression.Parameters => names.Count == 1 ? "'parameters' does not say which one." : null,
            NetworkExpression.Item => hasItem ? null : "Only the environment of a job with ForEach has an item.",
            _ => $"'{names[0]}' is not known here.",
        };
    }

    private static string Place(int? position) => position is { } at ? " at character " + at.ToString(CultureInfo.InvariantCulture) : "";
}
