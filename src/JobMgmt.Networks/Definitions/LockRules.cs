using System.Globalization;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Networks.Definitions;

/// <summary>What is asked of a job's lock.</summary>
internal static class LockRules
{
    private const int MostName = 200;

    internal static void Check(JobDefinition job, Action<string, string, string> fault)
    {
        if (job.Lock is { } name && (name.Length is 0 or > MostName || string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl)))
        {
            fault("Lock", "The name does not make a lock's name.", $"Use 1 to {MostName.ToString(CultureInfo.InvariantCulture)} characters without control characters, or leave it out.");
        }

        if (job.Lock is { } reserved && LockPlace.IsReserved(reserved))
        {
            fault("Lock", "What begins with 'network#' or 'suspend#' is kept for runs.", "Choose another name for the lock.");
        }

        if (job.Slots is < 1 or > JobDefinition.MaxSlots)
        {
            fault("Slots", string.Format(CultureInfo.InvariantCulture, "{0} jobs can't hold a lock at once.", job.Slots),
                string.Format(CultureInfo.InvariantCulture, "Give 1 to {0}.", JobDefinition.MaxSlots));
        }
        else if (job.Slots != 1 && job.Lock is null)
        {
            fault("Slots", "Slots are of a lock, and the job has none.", "Name the lock, or leave Slots out.");
        }

        if (job.LockTimeout is < 1 or > JobDefinition.MaxLockTimeout)
        {
            fault("LockTimeout", string.Format(CultureInfo.InvariantCulture, "{0} s is no time to wait for a lock.", job.LockTimeout),
                string.Format(CultureInfo.InvariantCulture, "Give 1 to {0} seconds, or leave it out to wait as long as it takes.", JobDefinition.MaxLockTimeout));
        }
        else if (job.LockTimeout is not null && job.Lock is null)
        {
            fault("LockTimeout", "The job waits for no lock.", "Name the lock, or leave LockTimeout out.");
        }
    }
}
