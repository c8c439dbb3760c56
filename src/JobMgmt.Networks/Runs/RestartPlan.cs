using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Expressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>Which jobs a run that continues another one runs, and which it passes over as done.</summary>
public sealed class RestartPlan
{
    /// <summary>From the jobs that failed, or did not come to their turn.</summary>
    public const string FailedJob = "FailedJob";

    /// <summary>From what comes after the jobs that failed, as if they had succeeded.</summary>
    public const string AfterFailedJob = "AfterFailedJob";

    /// <summary>All jobs.</summary>
    public const string Start = "Start";

    private const string Status = "Status";

    private RestartPlan(JobNetwork network, IReadOnlyList<string> jobs, JsonObject done)
    {
        Network = network;
        Jobs = jobs;
        Done = done;
    }

    /// <summary>The network.</summary>
    public JobNetwork Network { get; }

    /// <summary>The jobs that are run, in the network's order.</summary>
    public IReadOnlyList<string> Jobs { get; }

    /// <summary>The others, with what is known of each.</summary>
    public JsonObject Done { get; }

    /// <summary>Of the jobs that are run for the items of a list: the items that are not, by job and index.</summary>
    public JsonObject Items { get; private init; } = JsonObject.Empty;

    /// <summary>Of the jobs that are run and are networks: what the run of each is told, where it goes on where an earlier one stood.</summary>
    public JsonObject Nested { get; private init; } = JsonObject.Empty;

    /// <summary>The jobs that are run, those in networks that go on by their paths: <c>load/extract</c>.</summary>
    public IReadOnlyList<string> Paths { get; private init; } = Array.Empty<string>();

    /// <summary>Of the jobs that are passed over: those that have not ended well and stay to do, which is what <c>-Only</c> leaves out; in networks that go on by their paths.</summary>
    public IReadOnlyList<string> Left { get; private init; } = Array.Empty<string>();

    /// <summary>Those that have not ended well and count as done, now or since an earlier continuation; in networks that go on by their paths.</summary>
    public IReadOnlyList<string> Accepted { get; private init; } = Array.Empty<string>();

    /// <summary>What the continuing run is told.</summary>
    /// <param name="of">The run that it continues, by ARN.</param>
    public Rerun Rerun(string of) => new(of, Done) { Items = Items, Nested = Nested, Left = Left, Accepted = Accepted };

    /// <summary>Plans the continuation of a run.</summary>
    /// <param name="run">The run, with the runs of its jobs that are networks: they go on where they stood, too.</param>
    /// <param name="from"><see cref="FailedJob"/>, <see cref="AfterFailedJob"/>, <see cref="Start"/>, or paths of jobs: these and what comes after them.</param>
    /// <param name="only">Of these, only the jobs named by paths; null: all.</param>
    /// <exception cref="ArgumentException">A path names no job.</exception>
    public static RestartPlan Of(EarlierRun run, IReadOnlyList<string> from, IReadOnlyList<string>? only)
    {
        var isPoint = from.Count == 1 && from[0] is FailedJob or AfterFailedJob or Start;
        var starts = JobPaths.Split(run, isPoint ? Array.Empty<string>() : from);
        var wanted = only is null ? null : JobPaths.Split(run, only);
        var nested = new NestedPlans(run, from, starts, wanted);
        var plan = Of(run.Network, run.Jobs, run.Rerun, isPoint ? from : starts.Keys.ToArray(), wanted?.Keys.ToArray(), nested.IsAtEnd);
        var graph = run.Network.Graph();
        var names = run.Network.Jobs.Select(job => job.Name).ToList();
        var plans = new Dictionary<string, RestartPlan>(StringComparer.Ordinal);
        var told = new List<KeyValuePair<string, JsonValue>>();
        foreach (var job in run.Network.Jobs.Where(job => job.Network is not null && (plan.Jobs.Contains(job.Name) || plan.Left.Contains(job.Name))))
        {
            var isFollower = plan.Jobs.Any(other => graph.IsBefore(names.IndexOf(other), names.IndexOf(job.Name)));
            var isLeft = plan.Left.Contains(job.Name);
            if (isLeft)
            {
                // It is not run now. What it need not do again is kept for the run that runs it.
                var kept = isFollower ? null : run.Nested.TryGetValue(job.Name, out var stood) ? Of(stood, new[] { FailedJob }, null).Rerun(stood.ExecutionArn).ToJson() : run.Rerun?.Nested[job.Name];
                told.AddRange(kept is null ? Array.Empty<KeyValuePair<string, JsonValue>>() : new[] { new KeyValuePair<string, JsonValue>(job.Name, kept) });
            }
            else if (nested.Of(job.Name, isFollower) is { } goesOn)
            {
                plans[job.Name] = goesOn;
                told.Add(new(job.Name, goesOn.Rerun(run.Nested[job.Name].ExecutionArn).ToJson()));
            }
            else if (!isFollower && isPoint && from[0] != Start && run.Rerun?.Nested[job.Name] is { } before && run.Jobs.All(trace => trace.JobName != job.Name || trace.Starts == 0))
            {
                told.Add(new(job.Name, before)); // the earlier run did not come to it
            }
        }

        return new RestartPlan(plan.Network, plan.Jobs, plan.Done)
        {
            Items = plan.Items,
            Left = plan.Left.Concat(Within(plans, inner => inner.Left)).ToArray(),
            Accepted = plan.Accepted.Concat(Within(plans, inner => inner.Accepted)).ToArray(),
            Nested = new JsonObject(told),
            Paths = plan.Jobs.SelectMany(job => plans.TryGetValue(job, out var inner) ? inner.Paths.Select(path => $"{job}/{path}") : new[] { job }).ToArray(),
        };
    }

    /// <summary>Plans the continuation of a run.</summary>
    /// <param name="network">The network as it is now: a job that the earlier run did not know is run.</param>
    /// <param name="earlier">The earlier run's jobs.</param>
    /// <param name="rerun">What the earlier run itself had passed over; null where it continues none.</param>
    /// <param name="from"><see cref="FailedJob"/>, <see cref="AfterFailedJob"/>, <see cref="Start"/>, or names of jobs: these and what comes after them.</param>
    /// <param name="only">Of these, only the jobs named; null: all.</param>
    /// <exception cref="ArgumentException">A name is no job of the network.</exception>
    public static RestartPlan Of(JobNetwork network, IReadOnlyList<JobTrace> earlier, Rerun? rerun, IReadOnlyList<string> from, IReadOnlyList<string>? only) =>
        Of(network, earlier, rerun, from, only, _ => true);

    private static IEnumerable<string> Within(Dictionary<string, RestartPlan> plans, Func<RestartPlan, IReadOnlyList<string>> jobs) =>
        plans.SelectMany(inner => jobs(inner.Value).Select(path => $"{inner.Key}/{path}"));

    private static RestartPlan Of(
        JobNetwork network, IReadOnlyList<JobTrace> earlier, Rerun? rerun, IReadOnlyList<string> from, IReadOnlyList<string>? only, Func<string, bool> isAtEnd)
    {
        var known = earlier.GroupBy(job => job.JobName, StringComparer.Ordinal).ToDictionary(jobs => jobs.Key, jobs => jobs.Last(), StringComparer.Ordinal);
        var runs = from.Count == 1 && from[0] is FailedJob or AfterFailedJob or Start
            ? network.Jobs.Where(job => from[0] == Start || !IsDone(job, known, rerun, from[0] == AfterFailedJob && isAtEnd(job.Name))).Select(job => job.Name)
            : Names(network, from);
        var wanted = only is null ? null : new HashSet<string>(Names(network, only), StringComparer.Ordinal);
        var chosen = new HashSet<string>(WithFollowers(network, runs), StringComparer.Ordinal);
        var jobs = new HashSet<string>(chosen.Where(job => wanted?.Contains(job) != false), StringComparer.Ordinal);
        var undone = network.Jobs.Where(job => !jobs.Contains(job.Name) && !IsDone(job, known, rerun, false)).Select(job => job.Name).ToArray();
        var accepted = new HashSet<string>(undone.Where(job => !chosen.Contains(job) && IsAccepted(network, job, from)), StringComparer.Ordinal);
        var left = undone.Where(job => !accepted.Contains(job)).ToArray();
        var asks = new NetworkAsks(network);
        return new RestartPlan(
            network,
            network.Jobs.Select(job => job.Name).Where(jobs.Contains).ToArray(),
            new JsonObject(network.Jobs.Where(job => !jobs.Contains(job.Name)).Select(job => new KeyValuePair<string, JsonValue>(job.Name, Entry(job, known, rerun, asks)))))
        {
            Items = DoneItems.Of(network, jobs, from.Count == 1 && from[0] == FailedJob ? jobs.Concat(left) : left, known, rerun, asks),
            Left = left,
            Accepted = undone.Where(accepted.Contains)
                .Concat((rerun?.Accepted ?? Array.Empty<string>()).Where(path => !jobs.Concat(undone).Any(job => path == job || path.StartsWith(job + "/", StringComparison.Ordinal)))).ToArray(),
        };
    }

    // Who goes on after what failed says that it is done; so does who goes on from a job, of all that it comes after. Of other jobs that says nothing: they stay to do.
    private static bool IsAccepted(JobNetwork network, string job, IReadOnlyList<string> from)
    {
        var (graph, names) = (network.Graph(), network.Jobs.Select(one => one.Name).ToList());
        return from.Count == 1 && from[0] is FailedJob or AfterFailedJob or Start ? from[0] == AfterFailedJob : from.Any(one => graph.IsBefore(names.IndexOf(job), names.IndexOf(one)));
    }

    // A job that runs on failure only and was not needed is not needed now, unless it comes after one that is run.
    private static bool IsDone(JobDefinition job, Dictionary<string, JobTrace> known, Rerun? rerun, bool failedIsDone) =>
        known.TryGetValue(job.Name, out var trace) && (IsKnown(trace) || trace.Hold is not null)
            ? trace.Status is JobRunStatus.Succeeded or JobRunStatus.Ignored or JobRunStatus.NotChosen || (failedIsDone && trace.Status is JobRunStatus.Failed or JobRunStatus.TimedOut or JobRunStatus.Aborted)
            : job.RunOn == JobRunOn.Failure || (rerun?.Done.Contains(job.Name) == true && (!rerun.Left.Contains(job.Name) || (failedIsDone && rerun.HasFailed(job.Name))));

    // What it came to is known without a start, too: its condition was false, or failed, or its list was empty.
    private static bool IsKnown(JobTrace trace) => trace.Starts > 0 || trace.Status is not (JobRunStatus.Pending or JobRunStatus.Skipped or JobRunStatus.NotRun);

    // A clean-up that has run is run again behind what is run again.
    private static IEnumerable<string> WithFollowers(JobNetwork network, IEnumerable<string> jobs)
    {
        var graph = network.Graph();
        var names = network.Jobs.Select(job => job.Name).ToList();
        var first = jobs.Select(name => names.IndexOf(name)).ToArray();
        return Enumerable.Range(0, graph.Count).Where(job => first.Any(one => one == job || graph.IsBefore(one, job))).Select(job => network.Jobs[job].Name);
    }

    private static IReadOnlyList<string> Names(JobNetwork network, IReadOnlyList<string> names) =>
        names.FirstOrDefault(name => network.Jobs.All(job => job.Name != name)) is { } unknown
            ? throw new ArgumentException(
                $"'{unknown}' is no job of the network '{network.Name}'. It has {string.Join(", ", network.Jobs.Select(job => $"'{job.Name}'").Take(20))}; or say {FailedJob}, {AfterFailedJob} or {Start}, alone.")
            : names;

    /// <summary>
    /// What the continuing run is to know of a job that it passes over: the jobs after it may run, their expressions find what they ask for, and its answer is in the output where it is the last one.
    /// </summary>
    private static JsonValue Entry(JobDefinition job, Dictionary<string, JobTrace> known, Rerun? rerun, NetworkAsks asks)
    {
        if (!known.TryGetValue(job.Name, out var trace) || !IsKnown(trace))
        {
            return rerun?.Done[job.Name] ?? JsonObject.Of((Status, job.RunOn == JobRunOn.Failure ? RunData.NotNeeded : RunData.Succeeded));
        }

        var parts = asks.Of(job.Name);
        var status = trace.Status switch
        {
            JobRunStatus.Ignored => RunData.Ignored,
            JobRunStatus.NotChosen => RunData.NotChosen,
            _ => RunData.Succeeded,
        };
        return JsonObject.Of(
            (Status, status),
            ("ExitCode", (parts & JobParts.ExitCode) != 0 && trace.Result.ExitCode is { } code ? (JsonValue)code : null),
            ("Output", (parts & JobParts.Output) != 0 ? trace.Result.Output : null),
            ("Error", trace.Status == JobRunStatus.Ignored ? Asl.Optional(trace.Error) : null),
            ("Result", trace.Status == JobRunStatus.Succeeded ? trace.Output : null),
            (Runs.Rerun.FailedMember, trace is { Status: JobRunStatus.Failed or JobRunStatus.TimedOut or JobRunStatus.Aborted, NestedExecutionArn: null } ? true : null),
            (Runs.Rerun.NestedRunMember, trace.Status == JobRunStatus.Succeeded ? Asl.Optional(trace.NestedExecutionArn) : null));
    }
}
