using System.Globalization;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks.Deployment;

/// <summary>
/// A stack remembers the options that it was published with as tags of its RunJob machine, one tag for each that is not the default:
/// networks are compiled with them (their timeouts follow from them), and publishing again without naming them keeps them.
/// </summary>
internal static class StackOptionsTags
{
    /// <summary>How all tag keys of ours begin.</summary>
    public const string Ours = "jobmgmt:";

    private const string Lead = "jobmgmt:option:";

    // Tag values allow letters, digits, spaces and _ . : / = + - @ only; every value here keeps to that.
    private static readonly (string Name, Func<RunJobStackOptions, string> Get, Func<RunJobStackOptions, string, RunJobStackOptions> Set)[] Table =
    [
        ("Channels", o => string.Join(" ", o.Channels), (o, v) => o with { Channels = v.Split([' '], StringSplitOptions.RemoveEmptyEntries) }),
        ("DefaultChannel", o => o.DefaultChannel, (o, v) => o with { DefaultChannel = v }),
        ("WorkerBusyIntervalSeconds", o => Text(o.WorkerBusyIntervalSeconds), (o, v) => o with { WorkerBusyIntervalSeconds = Number(v) }),
        ("WorkerBusyMaxAttempts", o => Text(o.WorkerBusyMaxAttempts), (o, v) => o with { WorkerBusyMaxAttempts = Number(v) }),
        ("QueueSeconds", o => Text(o.QueueSeconds), (o, v) => o with { QueueSeconds = Number(v) }),
        ("JobLogRetentionInDays", o => Text(o.JobLogRetentionInDays), (o, v) => o with { JobLogRetentionInDays = Number(v) }),
        ("AlertLogRetentionInDays", o => Text(o.AlertLogRetentionInDays), (o, v) => o with { AlertLogRetentionInDays = Number(v) }),
        ("OutputS3BucketName", o => o.OutputS3BucketName ?? "", (o, v) => o with { OutputS3BucketName = v }),
        ("OutputS3KeyPrefix", o => o.OutputS3KeyPrefix ?? "", (o, v) => o with { OutputS3KeyPrefix = v }),
    ];

    /// <summary>The tags for the options.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Write(RunJobStackOptions options)
    {
        var standard = new RunJobStackOptions();
        return Table.Where(row => row.Get(options) != row.Get(standard)).Select(row => new KeyValuePair<string, string>(Lead + row.Name, row.Get(options)));
    }

    /// <summary>The options that the tags tell.</summary>
    public static RunJobStackOptions Read(IReadOnlyDictionary<string, string> tags)
        => Table.Aggregate(new RunJobStackOptions(), (options, row) => tags.TryGetValue(Lead + row.Name, out string? value) ? row.Set(options, value) : options);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static int Number(string value) => int.Parse(value, NumberStyles.Integer, CultureInfo.InvariantCulture);
}
