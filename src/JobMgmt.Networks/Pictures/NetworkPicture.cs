using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;

namespace JobMgmt.Networks.Pictures;

/// <summary>What there is to draw of a network: its jobs and the lines between them, without any place. Layouts give places, writers make text of both.</summary>
public sealed class NetworkPicture
{
    private NetworkPicture(string title, IReadOnlyList<PictureJob> jobs)
    {
        Title = title;
        Jobs = jobs;
        Followers = Enumerable.Range(0, jobs.Count)
            .Select(job => (IReadOnlyList<int>)Enumerable.Range(0, jobs.Count).Where(other => jobs[other].After.Contains(job)).ToArray()).ToArray();
    }

    /// <summary>The heading; empty for none.</summary>
    public string Title { get; }

    /// <summary>The jobs by number.</summary>
    public IReadOnlyList<PictureJob> Jobs { get; }

    /// <summary>For each job the numbers of the jobs that a line leads to.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Followers { get; }

    /// <summary>The picture of a network.</summary>
    /// <param name="network">Its jobs and their order.</param>
    /// <param name="title">The heading; empty for none.</param>
    /// <param name="status">How the jobs stand in a run, by name; null where no run is shown.</param>
    /// <exception cref="ArgumentException">The order has a cycle.</exception>
    public static NetworkPicture Of(JobNetwork network, string title, IReadOnlyDictionary<string, JobRunStatus>? status)
    {
        var order = network.Order();
        var graph = network.Graph();

        // A line that follows from others would only be in the way. But behind a job that also goes on after a failure it does not follow.
        bool Follows(int first, int second) => Enumerable.Range(0, graph.Count)
            .Any(between => graph.IsBefore(first, between) && graph.IsBefore(between, second) && network.Jobs[between].RunOn == JobRunOn.Success);
        return Make(network.Jobs, title, status, job => order[job].Distinct()
            .Where(one => graph.Predecessors[job].Contains(one) || !Follows(one, job)).OrderBy(one => one).ToArray());
    }

    /// <summary>The picture of jobs whose order is not known: without lines.</summary>
    public static NetworkPicture WithoutOrder(IReadOnlyList<JobDefinition> jobs, string title, IReadOnlyDictionary<string, JobRunStatus>? status)
        => Make(jobs, title, status, _ => Array.Empty<int>());

    private static NetworkPicture Make(
        IReadOnlyList<JobDefinition> jobs, string title, IReadOnlyDictionary<string, JobRunStatus>? status, Func<int, IReadOnlyList<int>> after)
        => new(title, jobs.Select((job, number) => new PictureJob(
            job.Name, after(number), job.RunOn, status is null ? null : status.TryGetValue(job.Name, out var known) ? known : JobRunStatus.NotRun) { Marks = PictureWords.Marks(job).ToArray() }).ToArray());
}
