using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Networks.Runs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobRuns;

/// <summary>Reads an execution's history in the form that the run readers take.</summary>
internal static class HistoryReader
{
    /// <summary>All events, oldest first.</summary>
    public static Task<IReadOnlyList<RunEvent>> ReadAsync(IAmazonStepFunctions states, string executionArn, CancellationToken cancellationToken) => ReadAsync(states, executionArn, true, cancellationToken);

    /// <summary>All events, oldest first, with or without inputs and outputs.</summary>
    public static async Task<IReadOnlyList<RunEvent>> ReadAsync(IAmazonStepFunctions states, string executionArn, bool withData, CancellationToken cancellationToken)
    {
        var events = new List<RunEvent>();
        var request = new GetExecutionHistoryRequest { ExecutionArn = executionArn, MaxResults = 1000, IncludeExecutionData = withData };
        await foreach (HistoryEvent item in states.Paginators.GetExecutionHistory(request).Events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            events.Add(Convert(item));
        }

        return events;
    }

    /// <summary>The last events, the very last first.</summary>
    public static async Task<IReadOnlyList<RunEvent>> ReadLatestAsync(IAmazonStepFunctions states, string executionArn, int count, CancellationToken cancellationToken)
        => ((await states.GetExecutionHistoryAsync(
            new GetExecutionHistoryRequest { ExecutionArn = executionArn, ReverseOrder = true, MaxResults = count }, cancellationToken).ConfigureAwait(false)).Events ?? []).Select(Convert).ToArray();

    private static RunEvent Convert(HistoryEvent item)
    {
        (string? error, string? cause) = Failure(item);
        return new RunEvent(item.Id ?? 0, item.PreviousEventId ?? 0, item.Type.Value, new DateTimeOffset(item.Timestamp ?? default, TimeSpan.Zero))
        {
            Name = item.StateEnteredEventDetails?.Name ?? item.StateExitedEventDetails?.Name,
            Resource = item.TaskScheduledEventDetails?.Resource ?? item.TaskSubmittedEventDetails?.Resource ?? item.TaskFailedEventDetails?.Resource,
            ResourceType = item.TaskScheduledEventDetails?.ResourceType,
            Input = Parse(item.ExecutionStartedEventDetails?.Input),
            Parameters = Parse(item.TaskScheduledEventDetails?.Parameters),
            Output = Parse(item.TaskSubmittedEventDetails?.Output ?? item.TaskSucceededEventDetails?.Output
                ?? (item.Type.Value is "ChoiceStateExited" or "TaskStateExited" or "MapStateExited" ? item.StateExitedEventDetails?.Output : null)),
            Length = item.MapStateStartedEventDetails?.Length,
            Error = error,
            Cause = cause,
        };
    }

    private static (string? Error, string? Cause) Failure(HistoryEvent item) => item switch
    {
        { TaskFailedEventDetails: { } d } => (d.Error, d.Cause),
        { TaskTimedOutEventDetails: { } d } => (d.Error, d.Cause),
        { TaskStartFailedEventDetails: { } d } => (d.Error, d.Cause),
        { TaskSubmitFailedEventDetails: { } d } => (d.Error, d.Cause),
        { ExecutionFailedEventDetails: { } d } => (d.Error, d.Cause),
        { ExecutionAbortedEventDetails: { } d } => (d.Error, d.Cause),
        { ExecutionTimedOutEventDetails: { } d } => (d.Error, d.Cause),
        _ => (null, null),
    };

    private static JsonValue? Parse(string? text) => text is not null && JsonValue.TryParse(text, out JsonValue? value) ? value : null;
}
