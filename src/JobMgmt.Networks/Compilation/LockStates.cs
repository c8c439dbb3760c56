using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// The states around a job's work that take its lock and give it back. The table has an item a lock, with everybody who holds it or waits for it; the first so many hold it.
/// Each change is one conditional update, so nobody can come between a look and the change. Why nobody waits in vain is in docs/decisions/0005-locks.md.
/// </summary>
internal sealed class LockStates(JobNetwork network, RunJobStackNames names)
{
    /// <summary>The states before the work; the first is where the job begins.</summary>
    /// <param name="index">The job's number.</param>
    /// <param name="work">Where the work begins.</param>
    internal IEnumerable<KeyValuePair<string, JsonValue>> Before(int index, string work)
    {
        var (job, place) = (network.Jobs[index], Place(index));
        var release = NetworkStateNames.HandOverLock(index);
        var wait = NetworkStateNames.WaitForLock(index);
        yield return Asl.State(NetworkStateNames.TakeLock(index), LockTable.Task(
            LockTable.Update(names, place.Key, LockTable.Take(place), returnsItem: false),
            LockTable.Patient(),
            work,
            Asl.Catcher(wait, Asl.Input, LockTable.Refused),
            Asl.Catcher(release, Failed(job, JobErrors.LockNotTaken, Told), "States.ALL")));
        yield return Asl.State(wait, LockTable.Task(
            LockTable.Update(names, place.Key, LockTable.Wait(place), returnsItem: false),
            LockTable.Throttled(),
            work,
            Asl.Catcher(NetworkStateNames.MakeLock(index), Asl.Input, LockTable.Refused),
            Asl.Catcher(release, Failed(job, JobErrors.LockTimedOut, JsonataText.Quote(TimedOut(job))), "States.Timeout"),
            Asl.Catcher(release, Failed(job, JobErrors.LockNotTaken, Told), "States.ALL"))
            .With("Resource", LockTable.Resource(names) + ".waitForTaskToken")
            .With("TimeoutSeconds", job.LockTimeout ?? JobDefinition.MaxLockTimeout));
        yield return Asl.State(NetworkStateNames.MakeLock(index), LockTable.Task(
            LockTable.Update(names, place.Key, LockTable.Make(), returnsItem: false),
            LockTable.Patient(),
            NetworkStateNames.TakeLock(index),
            Asl.Catcher(release, Failed(job, JobErrors.LockQueueFull, JsonataText.Quote(Full(job))), LockTable.Refused),
            Asl.Catcher(release, Failed(job, JobErrors.LockNotTaken, Told), "States.ALL")));
    }

    /// <summary>The states after the work: the first where it has succeeded, the second where it has not.</summary>
    /// <param name="index">The job's number.</param>
    /// <param name="onFailure">Where a failed job goes on.</param>
    /// <param name="next">Where the branch goes on.</param>
    internal IEnumerable<KeyValuePair<string, JsonValue>> After(int index, string onFailure, string next)
    {
        var (job, place) = (network.Jobs[index], Place(index));
        var handOver = NetworkStateNames.HandOverLock(index);
        var wake = NetworkStateNames.WakeForLock(index);
        var waiters = FormattableString.Invariant($"wake{index + 1}"); // each job's own: a branch may not assign what a state outside it assigns
        var lost = Asl.Catcher(onFailure, JsonataText.Expression(NotReleased(job)), "States.ALL");
        yield return Asl.State(NetworkStateNames.ReleaseLock(index), LockTable.Task(
            LockTable.Update(names, place.Key, LockTable.Release(place.Id), returnsItem: false), LockTable.Throttled(), next, Asl.Catcher(handOver, Asl.Input, "States.ALL")));
        yield return Asl.State(handOver, LockTable.Task(
            LockTable.Update(names, place.Key, LockTable.Remove(place.Id), returnsItem: true), LockTable.Patient(), wake, lost)
            .With("Assign", JsonObject.Of((waiters, JsonataText.Expression(LockTable.ToWake)))));
        yield return Asl.State(wake, LockTable.WakeAll(names, JsonataText.Expression("$" + waiters), NetworkStateNames.WakeOne(index), NetworkStateNames.Woken(index))
            .With("Catch", Asl.List(lost)).With("Output", Asl.Input).With("Next", NetworkStateNames.LockReleased(index)));
        yield return Asl.State(NetworkStateNames.LockReleased(index), Asl.Choose(
            "How the job ended before its lock was given back.", onFailure, null, Asl.When($"{RunData.Job(job.Name)}.Status = \"{RunData.Succeeded}\"", null, next)));
    }

    private const string Told = "$states.errorOutput.Cause";

    private LockPlace Place(int index) => new(network.Jobs[index].Lock!, network.Name, network.Jobs[index].Name, network.Jobs[index].Slots, index + 1);

    private static string Failed(JobDefinition job, string error, string message) => JsonataText.Expression(RunData.With(
        job.Name,
        $"{{\"Status\": \"{RunData.StatusOfFailure(job)}\", \"Error\": \"{error}\", "
        + $"\"Cause\": $string({{\"Message\": $substring($string({message}), 0, 2000), \"Lock\": {JsonataText.Quote(job.Lock!)}}})}}"));

    // Whatever the job came to, its run must not succeed: StopJobs, which gives back what is left, starts for failed runs only. A failed job's own error stays.
    private static string NotReleased(JobDefinition job) => RunData.With(
        job.Name,
        $"($job := {RunData.Job(job.Name)}; $job.Status = \"{RunData.Succeeded}\" ? {{\"Status\": \"{RunData.Failed}\", \"Error\": \"{JobErrors.LockNotReleased}\", "
        + $"\"Cause\": $string({{\"Message\": {JsonataText.Quote($"Job '{job.Name}' ended well, but its lock could not be released. It is when the run has ended; restart with -From AfterFailedJob.")}, "
        + $"\"Lock\": {JsonataText.Quote(job.Lock!)}, \"Reason\": $substring($string({Told}), 0, 2000)}})}} : $merge([$job, {{\"Status\": \"{RunData.Failed}\"}}]))");

    private static string TimedOut(JobDefinition job) => string.Format(
        CultureInfo.InvariantCulture, "Job '{0}' did not get the lock '{1}' within {2} s. Get-JobLock shows who holds it.", job.Name, job.Lock, job.LockTimeout ?? JobDefinition.MaxLockTimeout);

    private static string Full(JobDefinition job) => string.Format(
        CultureInfo.InvariantCulture, "{0} jobs wait for the lock '{1}' already; job '{2}' can't wait too.", LockTable.MostWaiters, job.Lock, job.Name);
}
