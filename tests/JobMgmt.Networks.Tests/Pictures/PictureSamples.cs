using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Pictures;
using JobMgmt.Networks.Runs;

namespace JobMgmt.Networks.Tests.Pictures;

/// <summary>Pictures to lay out and write.</summary>
internal static class PictureSamples
{
    /// <summary>Names with everything that a format might read, all kinds of lines, and a run.</summary>
    public static NetworkPicture Everything(bool withRun)
    {
        var network = new JobNetwork
        {
            Name = "nightly",
            Jobs =
            [
                Job("extract"),
                Job("load \"売上\" #1", "extract"),
                Job("end", "extract") with { Command = [], Network = "日次-load" },
                Job("check <a&b> [x] {y} `z` \\N", "end", "load \"売上\" #1") with { ContinueOnFailure = true },
                Job("mend\nit; 😀", "end") with { RunOn = JobRunOn.Failure },
                Job("clean", "check <a&b> [x] {y} `z` \\N", "mend\nit; 😀") with { RunOn = JobRunOn.Always },
            ],
        };
        return NetworkPicture.Of(network, "nightly \"a\" <b>", withRun ? new Dictionary<string, JobRunStatus>
        {
            ["extract"] = JobRunStatus.Succeeded,
            ["load \"売上\" #1"] = JobRunStatus.Running,
            ["end"] = JobRunStatus.Failed,
            ["check <a&b> [x] {y} `z` \\N"] = JobRunStatus.Skipped,
            ["mend\nit; 😀"] = JobRunStatus.Aborted,
            ["clean"] = JobRunStatus.Pending,
        } : null);
    }

    /// <summary>A picture of jobs j0, j1, … with an order.</summary>
    public static NetworkPicture Of(params IReadOnlyList<int>[] after)
        => NetworkPicture.Of(new JobNetwork { Jobs = after.Select((list, i) => Job($"j{i}", list.Select(one => $"j{one}").ToArray())).ToArray() }, "", null);

    private static JobDefinition Job(string name, params string[] after) => new() { Name = name, Command = ["true"], After = after };
}
