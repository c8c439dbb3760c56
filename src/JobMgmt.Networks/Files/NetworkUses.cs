using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Graphs;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Files;

/// <summary>Which networks start which: a network has to be deployed after those that it starts.</summary>
public static class NetworkUses
{
    /// <summary>The numbers of the definitions so that each comes after those that it starts, else in the given order; null where they start each other in a circle.</summary>
    /// <param name="names">The stack's names.</param>
    /// <param name="networks">The networks' names with their definitions.</param>
    /// <param name="circle">The names of the circle, the first again at its end; empty where there is none.</param>
    public static IReadOnlyList<int>? Order(RunJobStackNames names, IReadOnlyList<(string Name, JsonObject Definition)> networks, out IReadOnlyList<string> circle)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < networks.Count; i++)
        {
            numbers[names.NetworkMachineArn(networks[i].Name)] = i;
        }

        var uses = networks.Select(network => (IReadOnlyList<int>)Texts(network.Definition).Where(numbers.ContainsKey).Select(arn => numbers[arn]).Distinct().OrderBy(n => n).ToArray()).ToArray();
        var cycle = JobCycle.Find(uses);
        circle = cycle.Count == 0 ? Array.Empty<string>() : cycle.Append(cycle[0]).Select(i => networks[i].Name).ToArray();
        if (cycle.Count > 0)
        {
            return null;
        }

        var order = new List<int>();
        var done = new HashSet<int>();
        void Visit(int network)
        {
            if (done.Add(network))
            {
                foreach (var one in uses[network])
                {
                    Visit(one);
                }

                order.Add(network);
            }
        }

        for (var i = 0; i < networks.Count; i++)
        {
            Visit(i);
        }

        return order;
    }

    /// <summary>A circle of networks that are jobs of each other, by name, the first again at its end; empty where there is none.</summary>
    /// <param name="networks">The networks' names with their definitions, for whatever stack; the first of a name counts.</param>
    public static IReadOnlyList<string> FindCircle(IReadOnlyList<(string Name, JsonObject Definition)> networks)
    {
        var names = networks.Select(network => network.Name).ToList();
        var cycle = JobCycle.Find(networks.Select(network => (IReadOnlyList<int>)NetworkReader.ReadJobs(network.Definition)
            .Select(job => job.Network is null ? -1 : names.IndexOf(job.Network)).Where(nested => nested >= 0).Distinct().ToArray()).ToArray());
        return cycle.Count == 0 ? Array.Empty<string>() : cycle.Append(cycle[0]).Select(network => names[network]).ToArray();
    }

    private static IEnumerable<string> Texts(JsonValue value) => value switch
    {
        JsonString text => new[] { text.Value },
        JsonArray list => list.SelectMany(Texts),
        JsonObject map => map.SelectMany(member => Texts(member.Value)),
        _ => Array.Empty<string>(),
    };
}
