using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace JobMgmt.Bench;

/// <summary>What a bench is run with.</summary>
/// <param name="Only">The names of the workloads; all where none is given.</param>
/// <param name="Runs">How often each is run.</param>
/// <param name="Scale">Of the counts, for a quick look: figures at less than 1 are not those of the table.</param>
/// <param name="HasPeer">Whether moto_server is measured too, where it is there.</param>
/// <param name="Graphs">How many random graphs of jobs are planned instead of all that; 0: none.</param>
internal sealed record BenchOptions(IReadOnlyList<string> Only, int Runs, double Scale, bool HasPeer, int Graphs)
{
    private const string Usage = "Usage: JobMgmt.Bench [--only NAME,NAME…] [--runs N] [--scale FACTOR] [--peer moto|none] [--graphs N]";

    public static bool TryParse(IReadOnlyList<string> args, [NotNullWhen(true)] out BenchOptions? options, [NotNullWhen(false)] out string? fault)
    {
        var read = new BenchOptions([], Runs: 3, Scale: 1, HasPeer: true, Graphs: 0);
        (options, fault) = (null, null);
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : "";
            var next = args[i] switch
            {
                "--only" when value.Length > 0 => read with { Only = value.Split(',') },
                "--runs" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var runs) && runs > 0 => read with { Runs = runs },
                "--scale" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var scale) && scale > 0 => read with { Scale = scale },
                "--peer" when value is "moto" or "none" => read with { HasPeer = value == "moto" },
                "--graphs" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var graphs) && graphs > 0 => read with { Graphs = graphs },
                _ => null,
            };
            if (next is null)
            {
                fault = $"{args[i]} {value}: not understood. {Usage}\nWorkloads: {string.Join(", ", Workloads.WorkloadTable.All.Select(workload => workload.Name))}";
                return false;
            }

            read = next;
        }

        options = read;
        return true;
    }
}
