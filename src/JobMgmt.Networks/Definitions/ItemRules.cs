using System.Globalization;
using JobMgmt.Networks.Expressions;

namespace JobMgmt.Networks.Definitions;

/// <summary>The list of items that a job runs for.</summary>
internal static class ItemRules
{
    // An item is a variable of the job's environment and travels with its commands; the whole list is in the state machine, which has 1 MiB.
    private const int MaxItem = 8000;
    private const int MaxList = 200_000;

    internal static void Check(JobDefinition job, Action<string, string, string> fault)
    {
        if (job.MaxConcurrency is < 1 or > JobDefinition.MaxItems)
        {
            fault("MaxConcurrency", "The number of items at once is not usable.", string.Format(CultureInfo.InvariantCulture, "Give 1 to {0}, or none.", JobDefinition.MaxItems));
        }

        if (job.ForEach is not { } items)
        {
            if (job.MaxConcurrency is not null)
            {
                fault("MaxConcurrency", "The job has no items that could run at once.", "Give ForEach too, or leave it out.");
            }

            return;
        }

        if (items.Count > JobDefinition.MaxItems)
        {
            fault(
                "ForEach",
                string.Format(CultureInfo.InvariantCulture, "The list has {0:N0} items; a job can run through {1:N0}, for a run's history has 25,000 events.", items.Count, JobDefinition.MaxItems),
                "Let each item stand for several, or split the list over several jobs.");
        }

        if (items.Count > 1 && items.Any(NetworkExpression.IsIn))
        {
            fault("ForEach", "An expression stands beside other items, but it gives the whole list.", "Let it stand alone, or write all items out.");
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].IndexOf('\0') >= 0 || items[i].Length > MaxItem)
            {
                fault(
                    string.Format(CultureInfo.InvariantCulture, "ForEach[{0}]", i),
                    items[i].Length > MaxItem ? string.Format(CultureInfo.InvariantCulture, "The item has {0:N0} characters; {1:N0} are the most.", items[i].Length, MaxItem) : "The item has a NUL character, which no variable can hold.",
                    "Let the item name its data, and the command read it.");
            }
        }

        if (items.Sum(item => item.Length) is var all and > MaxList)
        {
            fault("ForEach", string.Format(CultureInfo.InvariantCulture, "The items take {0:N0} characters together; {1:N0} are the most.", all, MaxList), "Let the items name their data, and the command read it.");
        }
    }
}
