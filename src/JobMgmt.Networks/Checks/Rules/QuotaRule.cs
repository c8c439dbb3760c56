using System.Globalization;
using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Checks.Rules;

/// <summary>AWS's quotas, as far as a definition alone tells that they are exceeded.</summary>
internal sealed class QuotaRule : INetworkRule
{
    private const int MaxPayload = 262_144;
    private const int MaxEvents = 25_000;
    private const int MaxMapConcurrency = 40;
    private const int MaxAutomations = 100;

    // Counts stop here: Maps within Maps soon leave what a number holds.
    private const long Many = 1_000_000_000;

    public void Check(CheckedScope machine, FindingList findings)
    {
        foreach (var state in machine.All())
        {
            CheckPayload(state, findings);
            if (state.Type == "Map" && !EventCount.IsDistributed(state) && CheckedState.Whole(state.Body["MaxConcurrency"]) is > MaxMapConcurrency)
            {
                findings.Warning(
                    NetworkCodes.MapConcurrency, state.At("MaxConcurrency"), $"An inline Map runs {MaxMapConcurrency} iterations at once at most, whatever MaxConcurrency says; a distributed one can do more.");
            }
        }

        var events = EventCount.Least(machine);
        if (events > MaxEvents)
        {
            findings.Error(
                NetworkCodes.HistoryTooLong,
                "/",
                string.Format(CultureInfo.InvariantCulture, "Every run needs at least {0:N0} history events; at event 25,000 AWS fails it. Split the network, or use a distributed Map.", events));
        }

        else if (EventCount.Most(machine) is var most and > MaxEvents)
        {
            findings.Warning(
                NetworkCodes.HistoryMayBeTooLong,
                "/",
                string.Format(
                    CultureInfo.InvariantCulture,
                    "A run in which the jobs fail and are tried again as often as their retries say may take {0:N0} history events; at event 25,000 AWS fails it, and it can't tell which jobs failed. Give fewer retries or items, or split the network.",
                    most));
        }

        var jobs = AtOnce(machine);
        if (jobs > MaxAutomations)
        {
            findings.Warning(
                NetworkCodes.JobsAtOnce,
                "/",
                $"{(jobs == Many ? "A billion or more" : jobs.ToString(CultureInfo.InvariantCulture))} jobs may run at once; an account runs {MaxAutomations} automations at once (500 with adaptive concurrency). The rest wait, and their timeouts go on. Limit MaxConcurrency, or split the branches.");
        }
    }

    private static void CheckPayload(CheckedState state, FindingList findings)
    {
        foreach (var field in new[] { state.ArgumentsField, "Result", "Output" })
        {
            if (state.Body[field] is { } value && Encoding.UTF8.GetByteCount(value.ToString()) is var bytes and > MaxPayload)
            {
                findings.Error(
                    NetworkCodes.PayloadTooLarge,
                    state.At(field),
                    string.Format(CultureInfo.InvariantCulture, "{0} of state '{1}' takes {2:N0} bytes; 262,144 may pass between states. Put the data into S3 and pass its name.", field, state.Name, bytes));
            }
        }
    }

    /// <summary>How many jobs a scope may have running together: its Parallel branches add up, its Maps multiply.</summary>
    private static long AtOnce(CheckedScope scope) => scope.States.Select(AtOnce).DefaultIfEmpty(0).Max();

    private static long AtOnce(CheckedState state)
    {
        if (state.Type == "Map")
        {
            var limit = EventCount.IsDistributed(state) ? 10_000 : MaxMapConcurrency;
            var asked = CheckedState.Whole(state.Body["MaxConcurrency"]) is { } given and > 0 ? Math.Min(given, limit) : limit;
            return Math.Min(Many, Math.Min(asked, EventCount.Items(state) ?? asked) * state.Inner.Sum(AtOnce));
        }

        return state.IsJob ? 1 : state.Inner.Sum(AtOnce);
    }
}
