using JobMgmt.Networks.Runs;

namespace JobMgmt.Networks.Costs;

/// <summary>Counts API calls by service.</summary>
public sealed class ApiCalls
{
    /// <summary>Step Functions.</summary>
    public const string StepFunctions = "StepFunctions";

    /// <summary>Systems Manager.</summary>
    public const string SystemsManager = "SystemsManager";

    /// <summary>EventBridge.</summary>
    public const string EventBridge = "EventBridge";

    /// <summary>DynamoDB, where locks are, and what alerts have to remember.</summary>
    public const string DynamoDb = "DynamoDB";

    /// <summary>CloudWatch Logs, where an alert reads the end of a job's log.</summary>
    public const string CloudWatchLogs = "CloudWatchLogs";

    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>So many by service.</summary>
    public IReadOnlyDictionary<string, int> Counts => new SortedDictionary<string, int>(_counts, StringComparer.Ordinal);

    /// <summary>Adds calls of one service.</summary>
    public void Add(string service, int count)
    {
        if (count > 0)
        {
            _counts[service] = count + (_counts.TryGetValue(service, out var before) ? before : 0);
        }
    }

    /// <summary>Adds other counts.</summary>
    public void Add(IReadOnlyDictionary<string, int> counts)
    {
        foreach (var item in counts)
        {
            Add(item.Key, item.Value);
        }
    }

    /// <summary>Adds the calls of an execution: each task that was scheduled is one.</summary>
    public void AddTasks(IEnumerable<RunEvent> history)
    {
        foreach (var item in history.Where(item => item.Type == "TaskScheduled"))
        {
            Add(Service(item.ResourceType ?? ""), 1);
        }
    }

    // What a history calls a service: "states", "events", or "aws-sdk:ssm".
    private static string Service(string resourceType)
    {
        const string sdk = "aws-sdk:";
        var name = resourceType.StartsWith(sdk, StringComparison.Ordinal) ? resourceType.Substring(sdk.Length) : resourceType;
        return name switch
        {
            "states" or "sfn" => StepFunctions,
            "ssm" => SystemsManager,
            "dynamodb" => DynamoDb,
            "logs" or "cloudwatchlogs" => CloudWatchLogs,
            "events" or "eventbridge" => EventBridge,
            _ => name,
        };
    }
}
