using System.Globalization;

namespace JobMgmt.Runtime.Scheduler;

/// <summary>The keywords in a target's input (https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html).</summary>
internal static class InputKeywords
{
    public static string Replace(string input, string scheduleArn, string scheduledTime, string executionId, long attempt) =>
        input.Replace("<aws.scheduler.schedule-arn>", scheduleArn, StringComparison.Ordinal)
            .Replace("<aws.scheduler.scheduled-time>", scheduledTime, StringComparison.Ordinal)
            .Replace("<aws.scheduler.execution-id>", executionId, StringComparison.Ordinal)
            .Replace("<aws.scheduler.attempt-number>", attempt.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
