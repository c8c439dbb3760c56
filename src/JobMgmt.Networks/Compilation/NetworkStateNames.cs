using System.Globalization;

namespace JobMgmt.Networks.Compilation;

/// <summary>The names of the states that the compiler adds to a network; no job may have one of them. Jobs go by their number there: a name may take all 80 characters.</summary>
internal static class NetworkStateNames
{
    internal const string ReadInput = "Read input";
    internal const string NetworkTags = "Take the network's tags";
    internal const string NoTags = "No worker tags";
    internal const string BadTags = "Unusable worker tags";
    internal const string AlertForInput = "Alert for the input";
    internal const string AllSucceeded = "Did every job succeed?";
    internal const string Succeeded = "Succeeded";
    internal const string Fail = "Fail";
    internal const string HoldRun = "Hold run";
    internal const string WatchRun = "Watch run";
    internal const string Skipped = "Skipped";
    internal const string TakeTurn = "Take turn";
    internal const string LookForRuns = "Look for other runs";
    internal const string IsAnotherRunning = "Is another run going on?";
    internal const string StopRuns = "Stop other runs";
    internal const string StopRun = "Stop other run";
    internal const string RunStopped = "Other run stopped";
    internal const string WaitForTurn = "Wait for turn";
    internal const string EndTurn = "End turn";
    internal const string HandOverTurn = "Hand over turn";
    internal const string WakeRuns = "Wake other runs";
    internal const string WakeRun = "Wake other run";
    internal const string RunWoken = "Other run woken";
    internal const string TurnEnded = "Turn ended";
    internal const string TurnNotEnded = "Turn not ended";

    // The tail of a network that was compiled by an earlier version of the module.
    internal const string SendFailEvent = "Send fail event";

    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal)
    {
        ReadInput, NetworkTags, NoTags, BadTags, AlertForInput, AllSucceeded, Succeeded, Fail, SendFailEvent,
        HoldRun, WatchRun, Skipped, TakeTurn, LookForRuns, IsAnotherRunning, StopRuns, StopRun, RunStopped, WaitForTurn, EndTurn, HandOverTurn, WakeRuns, WakeRun, RunWoken, TurnEnded, TurnNotEnded,
    };

    private static readonly string[] Numbered =
        { "Run job ", "Hold job ", "Read network ", "Alert for network ", "Alert for job ", "Fail at job ", "Parallel ", "Branch ", "Make gate ", "Open gate ", "Wait at gate ", "Read gate ", "Condition of job ", "For each item of job ", "Item of job ", "Fail item of job ", "Did every item of job ",
          "Take lock of job ", "Wait for lock of job ", "Make lock of job ", "Release lock of job ", "Hand over lock of job ", "Wake others after job ", "Wake one after job ", "Woken after job ",
          "Lock given back by job ", "Watch job " };

    internal static string RunJob(int job) => Text($"Run job {job + 1}?");

    internal static string Condition(int job) => Text($"Condition of job {job + 1}");

    internal static string NoItem(int job) => Text($"Condition of job {job + 1} (no item)");

    internal static string Hold(int job) => Text($"Hold job {job + 1}");

    internal static string ReadNetwork(int job) => Text($"Read network {job + 1}");

    internal static string AlertForNetwork(int job) => Text($"Alert for network {job + 1}?");

    internal static string Alert(int job) => Text($"Alert for job {job + 1}");

    internal static string FailAt(int job) => Text($"Fail at job {job + 1}");

    internal static string ForEachItem(int job) => Text($"For each item of job {job + 1}");

    internal static string Item(int job) => Text($"Item of job {job + 1}");

    internal static string FailItem(int job) => Text($"Fail item of job {job + 1}");

    internal static string EveryItem(int job) => Text($"Did every item of job {job + 1} succeed?");

    internal static string WatchJob(int job) => Text($"Watch job {job + 1}");

    /// <summary>Whether a state is a <see cref="WatchJob"/>.</summary>
    internal static bool IsWatchOfJob(string state) => Number(state, "Watch job ", "") is not null;

    internal static string TakeLock(int job) => Text($"Take lock of job {job + 1}");

    internal static string WaitForLock(int job) => Text($"Wait for lock of job {job + 1}");

    internal static string MakeLock(int job) => Text($"Make lock of job {job + 1}");

    internal static string ReleaseLock(int job) => Text($"Release lock of job {job + 1}");

    internal static string HandOverLock(int job) => Text($"Hand over lock of job {job + 1}");

    internal static string WakeForLock(int job) => Text($"Wake others after job {job + 1}");

    internal static string WakeOne(int job) => Text($"Wake one after job {job + 1}");

    internal static string Woken(int job) => Text($"Woken after job {job + 1}");

    internal static string LockReleased(int job) => Text($"Lock given back by job {job + 1}");

    internal static string Parallel(int number) => Text($"Parallel {number}");

    internal static string BranchEnd(int number) => Text($"Branch {number} ends");

    internal static string MakeGate(int gate) => Text($"Make gate {gate + 1}");

    internal static string OpenGate(int gate) => Text($"Open gate {gate + 1}");

    internal static string WaitAtGate(int gate, int number) => Text($"Wait at gate {gate + 1} ({number})");

    internal static string ReadGate(int gate, int number) => Text($"Read gate {gate + 1} ({number})");

    internal static bool IsReserved(string name) =>
        Fixed.Contains(name) || Array.Exists(Numbered, lead => name.StartsWith(lead, StringComparison.Ordinal) && name.Length > lead.Length && char.IsDigit(name[lead.Length]));

    /// <summary>The number of the job that a <see cref="RunJob"/> state decides on, from 0; null for any other state.</summary>
    internal static int? JobOf(string state) => Number(state, "Run job ", "?");

    /// <summary>The number of the job that a <see cref="Hold"/> state holds, from 0; null for any other state.</summary>
    internal static int? JobOfHold(string state) => Number(state, "Hold job ", "");

    /// <summary>The number of the job that a <see cref="ForEachItem"/> state runs for its items, from 0; null for any other state.</summary>
    internal static int? JobOfList(string state) => Number(state, "For each item of job ", "");

    /// <summary>The number of the job whose lock a <see cref="WaitForLock"/> state waits for, from 0; null for any other state.</summary>
    internal static int? JobThatWaits(string state) => Number(state, "Wait for lock of job ", "");

    /// <summary>The number of the job whose lock a state handles, from 0; null for any other state.</summary>
    internal static int? JobOfLock(string state) =>
        JobThatWaits(state) ?? Number(state, "Take lock of job ", "") ?? Number(state, "Make lock of job ", "") ?? Number(state, "Hand over lock of job ", "") ?? Number(state, "Wake others after job ", "");

    private static int? Number(string state, string lead, string end) =>
        state.Length > lead.Length + end.Length && state.StartsWith(lead, StringComparison.Ordinal) && state.EndsWith(end, StringComparison.Ordinal)
            && int.TryParse(state.Substring(lead.Length, state.Length - lead.Length - end.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
