namespace JobMgmt.Bench;

/// <summary><c>dotnet run -c Release --project bench/JobMgmt.Bench</c>: measures and prints one table. Status 1 where an answer was wrong.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        if (!BenchOptions.TryParse(args, out var options, out var fault))
        {
            Console.Error.WriteLine(fault);
            return 2;
        }

        if (options.Graphs > 0)
        {
            Graphs.GraphBench.Run(options.Graphs, Console.Out);
            return 0;
        }

        if (!File.Exists(Servers.RuntimeServer.Assembly))
        {
            Console.Error.WriteLine("There is no published runtime beside the bench: it is built in Release alone. Run it with -c Release.");
            return 2;
        }

        return new BenchRun(options, Console.Out, Console.Error).Run() ? 0 : 1;
    }
}
