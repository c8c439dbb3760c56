using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Checks;

/// <summary>The shell script of a job, with the place of each of its lines in the definition.</summary>
public sealed class JobScript
{
    private readonly IReadOnlyList<string> _locations;

    private JobScript(string job, IReadOnlyList<string> lines, IReadOnlyList<string> locations)
    {
        Job = job;
        Lines = lines;
        _locations = locations;
    }

    /// <summary>The job's name.</summary>
    public string Job { get; }

    /// <summary>The lines, as the shell gets them.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Who reads the script: the program that its first line names (<c>#!</c>), else <c>sh</c>; without a path.</summary>
    public string Interpreter
    {
        get
        {
            if (!Lines[0].StartsWith("#!", StringComparison.Ordinal))
            {
                return "sh";
            }

            var words = Lines[0].Substring(2).Split(new[] { ' ', '\t', '/' }, StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word is "usr" or "bin" or "local").ToArray();
            return (words.FirstOrDefault() == "env" ? words.ElementAtOrDefault(1) : words.FirstOrDefault()) ?? "sh";
        }
    }

    /// <summary>What a shell said about the script, as a finding.</summary>
    /// <param name="line">The line of the script, from 1; null where the shell names none.</param>
    /// <param name="said">The shell's words.</param>
    public NetworkFinding Finding(int? line, string said)
    {
        var at = line is { } number ? Math.Max(0, Math.Min(number, Lines.Count) - 1) : 0;
        var place = line is null ? "" : FormattableString.Invariant($"line {Math.Min(line.Value, Lines.Count)} ");
        return new NetworkFinding(
            StatesLanguage.Validation.DiagnosticSeverity.Error,
            NetworkCodes.ShellSyntax,
            _locations[at],
            $"{Interpreter} does not understand {place}of job '{Job}': {said.Trim()}{(line is null ? "" : $"  |  {Cut(Lines[at].Trim())}")}") { State = Job };
    }

    /// <summary>The place of a line in the definition.</summary>
    /// <param name="line">The line of the script, from 0.</param>
    internal string LocationOf(int line) => _locations[line];

    internal static JobScript? Of(CheckedState state)
    {
        if (!state.IsJob || state.Constant("Commands") is not JsonArray texts || texts.Count == 0)
        {
            return null;
        }

        var lines = new List<string>();
        var locations = new List<string>();
        for (var i = 0; i < texts.Count; i++)
        {
            var one = JobOf(state, texts[i]);

            // An expression that is no constant in quotes is read as it stands: what it gives is known only at run time.
            if (one is null || (state.IsJsonata && texts[i] is JsonString text && CheckedState.IsExpression(text.Value) && string.Join("\n", one) == text.Value))
            {
                return null;
            }

            lines.AddRange(one);
            locations.AddRange(one.Select(_ => $"{state.AtInput("Commands")}[{i}]"));
        }

        return new JobScript(state.Name, lines, locations);
    }

    private static IReadOnlyList<string>? JobOf(CheckedState state, JsonValue text)
    {
        var arguments = (JsonObject)state.Body[state.ArgumentsField]!;
        var alone = state.Body.With(state.ArgumentsField, arguments.With("Input", state.Input!.With("Commands", new JsonArray(new[] { text }))));
        return Compilation.NetworkReader.ReadJobs(JsonObject.Of(("States", JsonObject.Of((state.Name, alone))))) is [var job] ? job.Command : null;
    }

    private static string Cut(string line) => line.Length <= 60 ? line : line.Substring(0, 57) + "...";
}
