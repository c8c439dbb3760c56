using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Graphs;

namespace JobMgmt.Networks.Expressions;

/// <summary>The faults of what expressions ask of their network: each job that one asks must come before its own, and tell what is asked for.</summary>
internal sealed class AskingRules
{
    private readonly JobNetwork _network;
    private readonly List<string> _names;
    private readonly JobGraph? _graph;

    private AskingRules(JobNetwork network)
    {
        _network = network;
        _names = network.Jobs.Select(job => job.Name).ToList();
        _graph = JobCycle.Find(network.Order()).Count > 0 ? null : network.Graph();
    }

    internal static void Check(JobNetwork network, List<NetworkFault> faults)
    {
        var rules = new AskingRules(network);
        for (var i = 0; i < network.Jobs.Count; i++)
        {
            foreach (var (member, text) in ExpressionRules.Of(network.Jobs[i]))
            {
                if (NetworkExpression.TryParse(text) is { } expression)
                {
                    faults.AddRange(rules.Faults(expression, i).Select(fault => new NetworkFault($"job '{network.Jobs[i].Name}'", $"Jobs[{i}].{member}", fault.Message, fault.Fix)));
                }
            }
        }
    }

    private IEnumerable<(string Message, string Fix)> Faults(NetworkExpression expression, int job)
    {
        foreach (var asked in expression.AskedJobs())
        {
            if (Fault(asked.Key, asked.Value, job) is { } fault)
            {
                yield return fault;
            }
        }

        foreach (var parameter in expression.AskedParameters().Where(name => _network.Parameter?.ContainsKey(name) != true))
        {
            yield return ($"It reads the parameter '{parameter}', which the network does not have.", $"Give the network the parameter: -Parameter @{{ {parameter} = $null }}, or with a default.");
        }
    }

    private (string Message, string Fix)? Fault(string name, JobParts parts, int job)
    {
        var at = _names.IndexOf(name);
        if (at < 0)
        {
            return ($"It asks the job '{name}', which is no job of the network.", $"Name one of {string.Join(", ", _names.Take(20).Select(one => $"'{one}'"))}.");
        }

        if (at == job || _graph?.IsBefore(at, job) == false)
        {
            return ($"It asks the job '{name}', which need not have ended by then.", $"Let the job come after '{name}', or ask one that it comes after.");
        }

        if (parts != JobParts.All && (parts & JobParts.ExitCode) != 0 && _network.Jobs[at].ForEach is not null)
        {
            return ($"It asks the job '{name}' for an exit code, but that runs once for each item.", "Ask for its Status, Error, or Output, which is the list of its items' outputs.");
        }

        if (_network.Jobs[at].Network is not null)
        {
            return parts != JobParts.All && (parts & JobParts.ExitCode) != 0 ? ($"It asks the job '{name}' for an exit code, but that is a network.", "Ask for its Status, Error or Output.") : null;
        }

        return parts != JobParts.All && (parts & JobParts.Output) != 0 && _network.Jobs[at].Output == JobOutput.None
            ? ($"It asks the job '{name}' for its output, which that job does not tell.", "Give that job an Output, LastLine or Json.") : null;
    }
}
