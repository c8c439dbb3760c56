using System.Globalization;
using System.Text;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;

namespace JobMgmt.Networks.Pictures;

/// <summary>The words that all pictures use.</summary>
internal static class PictureWords
{
    private const int LongestNetwork = 40;

    /// <summary>What a line to a job says; null for the usual case.</summary>
    public static string? RunOn(JobRunOn runOn) => runOn switch
    {
        JobRunOn.Failure => "on failure",
        JobRunOn.Always => "always",
        _ => null,
    };

    /// <summary>What is particular about a job, besides when it runs.</summary>
    public static IEnumerable<string> Marks(JobDefinition job)
    {
        if (job.When is not null)
        {
            yield return "on condition";
        }

        if (job.Network is { } network)
        {
            yield return "network " + DisplayWidth.Fit(OneLine(network), LongestNetwork, "...");
        }

        if (job.ForEach is { } items)
        {
            yield return job.ItemExpression is null ? $"×{items.Count.ToString(CultureInfo.InvariantCulture)}" : "×n";
        }

        if (job.Lock is { } held)
        {
            yield return $"lock {OneLine(held)}";
        }

        if (job.Hold)
        {
            yield return "held";
        }

        if (job.ContinueOnFailure)
        {
            yield return "failure ignored";
        }
    }

    /// <summary>All marks of a job in one text; null where it has none.</summary>
    public static string? Marks(PictureJob job) => job.Marks.Count == 0 ? null : string.Join(", ", job.Marks);

    /// <summary>A picture in one sentence, for those who hear it.</summary>
    public static string Describe(NetworkPicture picture)
    {
        var count = picture.Jobs.Count;
        var text = count == 1 ? "1 job" : count.ToString(CultureInfo.InvariantCulture) + " jobs";
        var states = picture.Jobs.Where(job => job.Status is not null).GroupBy(job => job.Status!.Value).OrderBy(group => group.Key)
            .Select(group => group.Count().ToString(CultureInfo.InvariantCulture) + " " + group.Key).ToArray();
        var order = picture.Jobs.Where(job => job.After.Count > 0)
            .Select(job => $"{OneLine(job.Name)} {(RunOn(job.RunOn) is { } on ? $"({on}) " : "")}after {string.Join(", ", job.After.Select(one => OneLine(picture.Jobs[one].Name)))}");
        var marks = picture.Jobs.Where(job => job.Marks.Count > 0).Select(job => $"{OneLine(job.Name)}: {Marks(job)}");
        return string.Join("; ", new[] { text + (states.Length > 0 ? $" ({string.Join(", ", states)})" : "") }.Concat(order).Concat(marks)) + ".";
    }

    /// <summary>A text with what would break a line shown as a space.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return line.ToString();
    }

    /// <summary>Statuses in the order of the enumeration, which pictures that colour them define a class for.</summary>
    public static IReadOnlyList<JobRunStatus> Statuses(NetworkPicture picture)
        => picture.Jobs.Where(job => job.Status is not null).Select(job => job.Status!.Value).Distinct().OrderBy(status => status).ToArray();
}
