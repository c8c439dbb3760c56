using System.Globalization;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks.Deployment;

/// <summary>
/// A stack remembers the options that it was published with as tags of its RunJob machine, one tag for each that is not the default:
/// networks are compiled with them (their timeouts follow from them), and publishing again without naming them keeps them. Channels that are too long for one tag go on in
/// <c>Channels2</c> and so on.
/// </summary>
internal static class StackOptionsTags
{
    /// <summary>How all tag keys of ours begin.</summary>
    public const string Ours = "jobmgmt:";

    private const string Lead = "jobmgmt:option:";
    private const int MaxValue = 256;

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
        return Table.Where(row => row.Get(options) != row.Get(standard))
            .SelectMany(row => Parts(row.Get(options)).Select((part, i) => new KeyValuePair<string, string>(Key(row.Name, i), part)));
    }

    /// <summary>The options that the tags tell.</summary>
    public static RunJobStackOptions Read(IReadOnlyDictionary<string, string> tags)
        => Table.Aggregate(new RunJobStackOptions(), (options, row) => tags.ContainsKey(Key(row.Name, 0)) ? row.Set(options, Value(tags, row.Name)) : options);

    private static string Value(IReadOnlyDictionary<string, string> tags, string name)
    {
        var parts = new List<string>();
        while (tags.TryGetValue(Key(name, parts.Count), out string? part))
        {
            parts.Add(part);
        }

        return string.Join(" ", parts);
    }

    private static string Key(string name, int part) => part == 0 ? Lead + name : Lead + name + (part + 1).ToString(CultureInfo.InvariantCulture);

    // Cut between words: no value of one word is as long.
    private static List<string> Parts(string value)
    {
        var parts = new List<string>();
        foreach (string word in value.Split(' '))
        {
            if (parts.Count > 0 && parts[parts.Count - 1].Length + 1 + word.Length <= MaxValue)
            {
                parts[parts.Count - 1] += " " + word;
            }
            else
            {
                parts.Add(word);
            }
        }

        return parts;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static int Number(string value) => int.Parse(value, NumberStyles.Integer, CultureInfo.InvariantCulture);
}
