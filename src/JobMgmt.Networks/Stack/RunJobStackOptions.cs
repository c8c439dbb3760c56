using JobMgmt.Networks.Definitions;

namespace JobMgmt.Networks.Stack;

/// <summary>What a user may choose about a RunJob stack.</summary>
public sealed record RunJobStackOptions
{
    /// <summary>So many channels a stack may have, the default one included: one rule names them all, and an event pattern has 2,048 characters at most.</summary>
    public const int MaxChannels = 40;

    private static readonly int[] Retentions =
    {
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
    };

    private static readonly string RetentionRule = "CloudWatch Logs takes these days only: " + string.Join(", ", Retentions) + ".";

    /// <summary>The channels that get a rule and a log group of their own. <see cref="DefaultChannel"/> belongs to them whether named or not.</summary>
    public IReadOnlyList<string> Channels { get; init; } = new[] { "high", "low" };

    /// <summary>The channel of an alert that names none. The loud one, so that forgetting it is noticed.</summary>
    public string DefaultChannel { get; init; } = "high";

    /// <summary>Seconds before RunJob tries again for a worker the first time.</summary>
    public int WorkerBusyIntervalSeconds { get; init; } = 100;

    /// <summary>How many times RunJob tries again for a worker.</summary>
    public int WorkerBusyMaxAttempts { get; init; } = 2;

    /// <summary>By what the wait for a worker is multiplied from try to try.</summary>
    public double WorkerBusyBackoffRate { get; init; } = 2;

    /// <summary>
    /// Seconds that an automation may wait in SSM's queue (an account runs 100 at once, 500 with adaptive concurrency) before the
    /// job counts as lost.
    /// </summary>
    public int QueueSeconds { get; init; } = 1800;

    /// <summary>Days that the jobs' output is kept; one of the values that CloudWatch Logs takes.</summary>
    public int JobLogRetentionInDays { get; init; } = 90;

    /// <summary>Days that alerts are kept; one of the values that CloudWatch Logs takes.</summary>
    public int AlertLogRetentionInDays { get; init; } = 90;

    /// <summary>A bucket that gets the jobs' output as well; null: only CloudWatch Logs does.</summary>
    public string? OutputS3BucketName { get; init; }

    /// <summary>The key prefix in that bucket.</summary>
    public string? OutputS3KeyPrefix { get; init; }

    /// <summary>All channels, the default one included, in order and each once.</summary>
    public IReadOnlyList<string> AllChannels() =>
        Channels.Concat(new[] { DefaultChannel }).Distinct(StringComparer.Ordinal).OrderBy(channel => channel, StringComparer.Ordinal).ToArray();

    /// <summary>Whether a text can be a channel's name.</summary>
    public static bool IsChannelName(string name) => NameRules.IsChannel(name);

    /// <summary>Refuses options that AWS would refuse, with the option's name.</summary>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    internal void Check()
    {
        var channel = AllChannels().FirstOrDefault(name => !NameRules.IsChannel(name));
        Require(channel is null, nameof(Channels), $"'{channel}' is no channel name: use 1 to {NameRules.MaxChannelName} of A-Z a-z 0-9 . _ -");
        Require(AllChannels().Count <= MaxChannels, nameof(Channels), $"A stack has at most {MaxChannels} channels, the default one included, and these are {AllChannels().Count}. Several networks may share one.");
        Require(WorkerBusyIntervalSeconds is >= 1 and <= 86_400, nameof(WorkerBusyIntervalSeconds), "Give 1 to 86400 seconds.");
        Require(WorkerBusyMaxAttempts is >= 0 and <= 1000, nameof(WorkerBusyMaxAttempts), "Give 0 to 1000.");
        Require(WorkerBusyBackoffRate is >= 1 and <= 100, nameof(WorkerBusyBackoffRate), "Give 1 to 100.");
        Require(QueueSeconds is >= 0 and <= 2_592_000, nameof(QueueSeconds), "Give 0 to 2592000 seconds.");
        Require(Retentions.Contains(JobLogRetentionInDays), nameof(JobLogRetentionInDays), RetentionRule);
        Require(Retentions.Contains(AlertLogRetentionInDays), nameof(AlertLogRetentionInDays), RetentionRule);

        // The stack keeps it as a tag.
        Require(OutputS3KeyPrefix is null || TagRules.IsValue(OutputS3KeyPrefix), nameof(OutputS3KeyPrefix), $"{TagRules.Fault(OutputS3KeyPrefix ?? "")} Use at most {TagRules.MaxValue} {TagRules.Characters}");
    }

    private static void Require(bool holds, string option, string rule)
    {
        if (!holds)
        {
            throw new ArgumentException($"{option} is not usable. {rule}", option);
        }
    }
}
