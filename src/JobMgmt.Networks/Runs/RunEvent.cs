using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>One history event of an execution, reduced to what reading a run needs.</summary>
/// <param name="Id">Its id, from 1.</param>
/// <param name="PreviousId">The event that led to it; 0 for none.</param>
/// <param name="Type">AWS's type: <c>TaskStateEntered</c>, <c>TaskSubmitted</c>, ….</param>
/// <param name="Time">When it happened.</param>
public sealed record RunEvent(long Id, long PreviousId, string Type, DateTimeOffset Time)
{
    /// <summary>The state's name, for entered and exited events.</summary>
    public string? Name { get; init; }

    /// <summary>The task's resource with its suffix, such as <c>startExecution.waitForTaskToken</c>.</summary>
    public string? Resource { get; init; }

    /// <summary>Which service the task calls: <c>states</c>, <c>events</c>, <c>aws-sdk:ssm</c>; of the event that schedules it.</summary>
    public string? ResourceType { get; init; }

    /// <summary>The execution's input, of the event that starts it.</summary>
    public JsonValue? Input { get; init; }

    /// <summary>What the task was called with.</summary>
    public JsonValue? Parameters { get; init; }

    /// <summary>What the task, or the service it submitted to, answered; what a Choice, a Task or a Map put out.</summary>
    public JsonValue? Output { get; init; }

    /// <summary>How many items a Map has, of the event that starts it.</summary>
    public int? Length { get; init; }

    /// <summary>The error's name.</summary>
    public string? Error { get; init; }

    /// <summary>The error's cause.</summary>
    public string? Cause { get; init; }
}
