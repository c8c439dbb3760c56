using JobMgmt.StatesLanguage.Jsonata;

namespace JobMgmt.Networks.Expressions;

/// <summary>
/// An expression in a network, in JSONata. It sees an object with the members <c>jobs</c>, <c>parameters</c>, <c>run</c> and, for each of a list, <c>item</c>, and nothing else, so that what it asks for is known before any run:
/// only that is carried through the run.
/// </summary>
internal sealed class NetworkExpression
{
    internal const string Jobs = "jobs";
    internal const string Parameters = "parameters";
    internal const string Run = "run";
    internal const string Item = "item";

    private NetworkExpression(string text, JsonataExpression parsed)
    {
        Text = text;
        References = StepFunctionsJsonata.References(parsed);
        FreeVariables = StepFunctionsJsonata.FreeVariables(parsed);
    }

    /// <summary>As it was written, without <c>{% %}</c>.</summary>
    internal string Text { get; }

    /// <summary>What it reads, as far as it is written out.</summary>
    internal IReadOnlyList<JsonataReference> References { get; }

    /// <summary>Variables that it does not bind itself.</summary>
    internal IReadOnlyList<JsonataReference> FreeVariables { get; }

    /// <summary>The jobs that it asks, by name, and for what.</summary>
    internal IReadOnlyDictionary<string, JobParts> AskedJobs()
    {
        var asked = new Dictionary<string, JobParts>(StringComparer.Ordinal);
        foreach (var names in References.Select(reference => reference.Names).Where(names => names.Count > 1 && names[0] == Jobs))
        {
            asked.TryGetValue(names[1], out var parts);
            asked[names[1]] = parts | (names.Count > 2 && Enum.TryParse<JobParts>(names[2], out var part) ? part : JobParts.All);
        }

        return asked;
    }

    /// <summary>The parameters that it reads, by name.</summary>
    internal IEnumerable<string> AskedParameters() =>
        References.Select(reference => reference.Names).Where(names => names.Count > 1 && names[0] == Parameters).Select(names => names[1]).Distinct(StringComparer.Ordinal);

    /// <summary>Whether it reads something of a member of its context.</summary>
    internal bool Reads(string root) => References.Any(reference => reference.Names[0] == root);

    /// <summary>Whether a value of a job's environment is an expression.</summary>
    internal static bool IsIn(string value) => StepFunctionsJsonata.IsExpression(value);

    /// <summary>The expression in a value of a job's environment.</summary>
    internal static string TextIn(string value) => value.Substring(2, value.Length - 4);

    /// <summary>Parses an expression.</summary>
    /// <exception cref="JsonataException">It is none.</exception>
    internal static NetworkExpression Parse(string text) => new(text, StepFunctionsJsonata.Parse(text));

    /// <summary>The same; null where it is none.</summary>
    internal static NetworkExpression? TryParse(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (JsonataException)
        {
            return null;
        }
    }
}
