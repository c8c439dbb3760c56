namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>EventBridge Scheduler's refusals.</summary>
internal static class SchedulerErrors
{
    public static ServiceException NoSchedule(string name) => new("ResourceNotFoundException", $"Schedule {name} does not exist.", 404);

    public static ServiceException NoGroup(string name) => new("ResourceNotFoundException", $"Schedule group {name} does not exist.", 404);

    public static ServiceException ScheduleExists(string name) => new("ConflictException", $"Schedule {name} already exists.", 409);

    public static ServiceException GroupExists(string name) => new("ConflictException", $"Schedule group {name} already exists.", 409);

    public static ServiceException TokenUsed() => new("ConflictException", "The ClientToken was used with other parameters.", 409);

    public static ServiceException Invalid(string message) => new("ValidationException", message);
}
