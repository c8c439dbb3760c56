using System.Globalization;
using System.Text;
using JobMgmt.Networks.Checks.Rules;
using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.Networks.Checks;

/// <summary>Checks a network's definition without any target: the states language's validator, then what is known of job networks beyond it. Never throws.</summary>
public static class NetworkChecker
{
    private const int MaxDefinition = 1_048_576;

    // Beyond this a text is told to be too large and nothing else: it can't be a definition, and reading it costs.
    private const int MaxReadable = 16 * MaxDefinition;

    private static readonly INetworkRule[] Rules =
    {
        new JobInputRule(),
        new TimeoutRule(),
        new RetryRule(),
        new RetryNameRule(),
        new LineEndRule(),
        new ReachabilityRule(),
        new AlertPathRule(),
        new AlertStateRule(),
        new CauseRule(),
        new QuotaRule(),
        new LockRule(),
        new JobNameRule(),
        new DeadlineRule(),
    };

    /// <summary>Checks a definition.</summary>
    /// <param name="definition">The state machine's definition as text, in the Amazon States Language.</param>
    public static NetworkCheck Check(string definition)
    {
        var findings = new FindingList();
        CheckSize(definition, findings);
        if (definition.Length > MaxReadable)
        {
            return new NetworkCheck(findings.Items, false, Array.Empty<JobScript>());
        }

        if (TextFault.Find(definition) is { } fault)
        {
            findings.Add(fault);
            return new NetworkCheck(findings.Items, false, Array.Empty<JobScript>());
        }

        foreach (var location in JsonDuplicates.Find(definition))
        {
            findings.Warning(NetworkCodes.DuplicateMember, location, $"'{location.Substring(location.LastIndexOf('/') + 1)}' is there twice; the last one counts, and the one before is lost.");
        }

        foreach (var diagnostic in AslReader.Validate(definition))
        {
            findings.Add(new NetworkFinding(diagnostic.Severity, diagnostic.Code, diagnostic.Location, diagnostic.Message));
        }

        var machine = CheckedScope.OfMachine((JsonObject)JsonValue.Parse(definition));
        var isNetwork = machine.All().Any(state => state.IsJob || state.StartsAutomation || NestedStateReader.Read(state.Name, state.Body) is not null);
        var found = new FindingList();
        foreach (var rule in isNetwork ? Rules : Array.Empty<INetworkRule>())
        {
            rule.Check(machine, found);
        }

        // What the validator has said of a state's reachability need not be said again.
        var told = new HashSet<string?>(findings.Items.Where(item => item.Code == DiagnosticCodes.MissingTransitionTarget).Select(item => item.Location));
        foreach (var finding in found.Items.Where(item => item.Code != NetworkCodes.JobUnreachable || !told.Contains(item.Location)))
        {
            findings.Add(finding);
        }

        return new NetworkCheck(Place(definition, machine, findings.Items), isNetwork, machine.All().Select(JobScript.Of).OfType<JobScript>().ToArray())
        {
            Text = definition, Machine = machine,
        };
    }

    /// <summary>Gives findings their states, lines and columns, and puts them in the order of the text.</summary>
    internal static IReadOnlyList<NetworkFinding> Place(string text, CheckedScope? machine, IReadOnlyList<NetworkFinding> findings)
    {
        var positions = JsonPositions.Of(text, findings.Select(finding => finding.Location).OfType<string>());
        var states = machine?.All().ToArray() ?? Array.Empty<CheckedState>();
        return findings.Select(finding =>
        {
            if (finding.Location is not { } location)
            {
                return finding;
            }

            var (line, column) = positions.Find(location);
            return finding with { Line = line, Column = column, State = finding.State ?? StateAt(states, location) };
        }).OrderBy(finding => finding.Line).ThenBy(finding => finding.Column).ToArray();
    }

    private static string? StateAt(IEnumerable<CheckedState> states, string location) => states
        .Where(state => location.StartsWith(state.Location, StringComparison.Ordinal)
            && (location.Length == state.Location.Length || location[state.Location.Length] is '/' or '['))
        .OrderByDescending(state => state.Location.Length)
        .FirstOrDefault()?.Name;

    private static void CheckSize(string definition, FindingList findings)
    {
        var bytes = Encoding.UTF8.GetByteCount(definition);
        if (bytes > MaxDefinition)
        {
            findings.Error(
                NetworkCodes.DefinitionTooLarge,
                null,
                string.Format(CultureInfo.InvariantCulture, "The definition takes {0:N0} bytes; AWS takes 1,048,576. Put scripts on the workers, or split the network.", bytes));
        }
    }
}
