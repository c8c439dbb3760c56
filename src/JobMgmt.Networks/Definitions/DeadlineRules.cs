using JobMgmt.Networks.Compilation;
using JobMgmt.Schedules;

namespace JobMgmt.Networks.Definitions;

/// <summary>The faults of what is to have happened when.</summary>
internal static class DeadlineRules
{
    private const int MostSeconds = 31_535_999;

    internal static void Check(JobNetwork network, List<NetworkFault> faults)
    {
        void Fault(string member, string message, string fix) => faults.Add(new NetworkFault($"network '{network.Name}'", member, message, fix));
        CheckSpan(network.MaxDuration, Fault);
        CheckTime("FinishBy", network.FinishBy, Fault);
        var hasTimes = network.FinishBy is not null || network.Jobs.Any(job => job.StartBy is not null || job.FinishBy is not null);
        if (network.TimeZone is { } zone && (!hasTimes || ScheduleZone.Find(zone) is null))
        {
            Fault("TimeZone", hasTimes ? $"There is no time zone '{zone}'." : "No time of day is in it.", hasTimes ? "Use a name such as Asia/Tokyo, Europe/London or UTC." : "Say FinishBy, or StartBy or FinishBy of a job, or leave it out.");
        }

        if (network.StopOnDeadline && !hasTimes && network.MaxDuration is null && network.Jobs.All(job => job.MaxDuration is null))
        {
            Fault("StopOnDeadline", "There is no deadline on which the run could be stopped.", "Say MaxDuration or FinishBy, of the network or of a job, or leave it out.");
        }
    }

    internal static void Check(JobDefinition job, Action<string, string, string> fault)
    {
        CheckSpan(job.MaxDuration, fault);
        CheckTime("StartBy", job.StartBy, fault);
        CheckTime("FinishBy", job.FinishBy, fault);
    }

    private static void CheckSpan(int? seconds, Action<string, string, string> fault)
    {
        if (seconds is < 1 or > MostSeconds)
        {
            fault("MaxDuration", $"{seconds} s is no time that a run can take.", "Give 1 to 31535999 seconds, or leave it out.");
        }
    }

    private static void CheckTime(string member, string? time, Action<string, string, string> fault)
    {
        if (time is not null && DeadlineTime.Read(time) is null)
        {
            fault(member, $"'{time}' is no time of day.", "Write it as 06:30 or 06:30:15, from 00:00 to 23:59:59, or leave it out.");
        }
    }
}
