using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;

namespace JobMgmt.Networks.Expressions;

/// <summary>What the expressions of a network ask for: that much is carried through its runs, and no more, since all data of a run has 256 KiB.</summary>
internal sealed class NetworkAsks
{
    private readonly Dictionary<string, JobParts> _parts = new(StringComparer.Ordinal);

    /// <summary>The asks of a network.</summary>
    internal NetworkAsks(JobNetwork network)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < network.Jobs.Count; i++)
        {
            numbers[network.Jobs[i].Name] = i;
        }

        AskedBy = network.Jobs.Select(job =>
        {
            var asked = ExpressionRules.Of(job).Select(item => NetworkExpression.TryParse(item.Text)).OfType<NetworkExpression>().SelectMany(expression => expression.AskedJobs()).ToArray();
            foreach (var pair in asked)
            {
                _parts[pair.Key] = Of(pair.Key) | pair.Value;
            }

            return (IReadOnlyCollection<int>)asked.Select(pair => pair.Key).Where(numbers.ContainsKey).Select(name => numbers[name]).Distinct().ToArray();
        }).ToArray();
    }

    /// <summary>For each job the numbers of those that its expressions ask.</summary>
    internal IReadOnlyList<IReadOnlyCollection<int>> AskedBy { get; }

    /// <summary>What some expression asks of a job.</summary>
    internal JobParts Of(string job) => _parts.TryGetValue(job, out var parts) ? parts : JobParts.None;

    /// <summary>Members for the entry of a job that has ended, from where its answer or its failure is.</summary>
    internal string Entry(string job, string exitCode, string output)
    {
        var parts = Of(job);
        return ((parts & JobParts.ExitCode) != 0 ? $", \"ExitCode\": {exitCode}" : "") + ((parts & JobParts.Output) != 0 && output.Length > 0 ? $", \"Output\": {output}" : "");
    }
}
