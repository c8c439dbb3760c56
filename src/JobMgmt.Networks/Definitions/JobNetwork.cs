using JobMgmt.Networks.Graphs;
using JobMgmt.Networks.Triggers;

namespace JobMgmt.Networks.Definitions;

/// <summary>
/// Jobs with an order between them, deployed as one state machine. Where no job says what it comes after, they run one after the other, in list order. Where one
/// does, each starts as soon as those that it names have ended well, and the others at once.
/// </summary>
public sealed record JobNetwork
{
    /// <summary>The name, without the <c>JobNetwork-</c> that its state machine has in front.</summary>
    public string Name { get; init; } = "";

    /// <summary>The jobs in their order.</summary>
    public IReadOnlyList<JobDefinition> Jobs { get; init; } = Array.Empty<JobDefinition>();

    /// <summary>
    /// What a run can be given, by name: the text that stands where it is not given, or null where each run has to give it. Every job has them in its environment, and expressions see them.
    /// </summary>
    public IReadOnlyDictionary<string, string?>? Parameter { get; init; }

    /// <summary>The channel that gets the alert when a job fails; null takes the stack's default channel.</summary>
    public string? AlertChannel { get; init; }

    /// <summary>
    /// For how many seconds the failures of a job are folded: the first is told at once, those that follow in that time are told together at its end. Null: each is told by itself.
    /// </summary>
    public int? AlertDigest { get; init; }

    /// <summary>The channels that the network and its jobs name, each once.</summary>
    public IReadOnlyList<string> AlertChannels() =>
        new[] { AlertChannel }.Concat(Jobs.Select(job => job.AlertChannel)).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>Worker tags where neither the run's input nor the job names any; null: the input has to.</summary>
    public IReadOnlyDictionary<string, string>? Tag { get; init; }

    /// <summary>What a run does that begins while another run of the network goes on.</summary>
    public IfRunning IfRunning { get; init; }

    /// <summary>
    /// How long a run may take, in seconds: then it ends as timed out, and what runs is stopped. The time counts in which it waits for other runs, or is held. Null: as long as its jobs may take, one
    /// after the other, beside that.
    /// </summary>
    public int? Timeout { get; init; }

    /// <summary>How long a run may take, in seconds, before an alert tells that it is overdue; the run goes on. The time counts in which it waits for other runs. Null: as long as it takes.</summary>
    public int? MaxDuration { get; init; }

    /// <summary>The time of day by which a run is to have ended, such as <c>06:30</c>: the next one after its start. Null: none.</summary>
    public string? FinishBy { get; init; }

    /// <summary>The time zone of times of day by its IANA name; null: UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether a deadline that is over, of the network or of a job, stops the run.</summary>
    public bool StopOnDeadline { get; init; }

    /// <summary>Whether the first job that fails ends the run, and stops the jobs that run beside it. Else they go on, and so do the jobs that come after them only.</summary>
    public bool FailFast { get; init; }

    /// <summary>What starts it. They are deployed beside the state machine, which does not know of them; null: the definition says nothing of them, and those that there are stay.</summary>
    public IReadOnlyList<JobTrigger>? Triggers { get; init; }

    /// <summary>What the network is for, in the user's words.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the failure of a job ends the run.</summary>
    internal bool EndsWith(JobDefinition job) => FailFast && !job.ContinueOnFailure;

    /// <summary>Whether a job says what it comes after.</summary>
    public bool IsGraph => Jobs.Any(job => job.After is not null);

    /// <summary>For each job the numbers of those that it comes after; names that are no job's are passed over.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Order()
    {
        if (!IsGraph)
        {
            return Jobs.Select((_, i) => (IReadOnlyList<int>)(i == 0 ? Array.Empty<int>() : new[] { i - 1 })).ToArray();
        }

        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Jobs.Count; i++)
        {
            numbers[Jobs[i].Name] = i;
        }

        return Jobs.Select(job => (IReadOnlyList<int>)(job.After ?? Array.Empty<string>()).Where(numbers.ContainsKey).Select(name => numbers[name]).ToArray()).ToArray();
    }

    /// <summary>The jobs' order as a graph.</summary>
    /// <exception cref="ArgumentException">It has a cycle.</exception>
    public JobGraph Graph() => JobGraph.Create(Order());

    /// <summary>The network's name.</summary>
    public override string ToString() => Name;
}
