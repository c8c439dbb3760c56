namespace JobMgmt.StatesLanguage.Validation;

/// <summary>Which fields a state of each type has. A table.</summary>
internal static class StateFields
{
    private static readonly string[] _all = ["Type", "Comment", "QueryLanguage"];
    private static readonly string[] _flow = ["Next", "End", "InputPath", "OutputPath", "Assign", "Output"];
    private static readonly string[] _result = ["Parameters", "ResultPath"];
    private static readonly string[] _work = ["ResultSelector", "Retry", "Catch"];

    private static readonly Dictionary<string, HashSet<string>> _supported = new(StringComparer.Ordinal)
    {
        ["Pass"] = Set(_all, _flow, _result, ["Result"]),
        ["Task"] = Set(
            _all, _flow, _result, _work, ["Arguments", "Resource", "TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath", "Credentials"]),
        ["Choice"] = Set(_all, ["InputPath", "OutputPath", "Assign", "Output", "Choices", "Default"]),
        ["Wait"] = Set(_all, _flow, ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"]),
        ["Succeed"] = Set(_all, ["InputPath", "OutputPath", "Output"]),
        ["Fail"] = Set(_all, ["Error", "ErrorPath", "Cause", "CausePath"]),
        ["Parallel"] = Set(_all, _flow, _result, _work, ["Arguments", "Branches"]),
        ["Map"] = Set(
            _all,
            _flow,
            _result,
            _work,
            [
                "ItemProcessor", "Iterator", "ItemsPath", "Items", "ItemSelector", "MaxConcurrency", "MaxConcurrencyPath", "ItemReader", "ItemBatcher", "ResultWriter", "Label",
                "ToleratedFailureCount", "ToleratedFailureCountPath", "ToleratedFailurePercentage", "ToleratedFailurePercentagePath",
            ]),
    };

    private static readonly Dictionary<string, string[]> _required = new(StringComparer.Ordinal)
    {
        ["Task"] = ["Resource"],
        ["Choice"] = ["Choices"],
        ["Parallel"] = ["Branches"],
    };

    /// <summary>The types, in the order that AWS lists them.</summary>
    public static IReadOnlyList<string> Types { get; } = ["Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel", "Map"];

    /// <summary>The fields of a whole state machine.</summary>
    public static IReadOnlyCollection<string> Machine { get; } = Set(["StartAt", "States", "Comment", "TimeoutSeconds", "Version", "QueryLanguage"]);

    /// <summary>The fields of a Parallel's branch.</summary>
    public static IReadOnlyCollection<string> Branch { get; } = Set(["StartAt", "States", "Comment"]);

    /// <summary>The fields of a Map's item processor.</summary>
    public static IReadOnlyCollection<string> ItemProcessor { get; } = Set(["StartAt", "States", "Comment", "ProcessorConfig"]);

    public static bool IsSupported(string type, string field) => _supported[type].Contains(field);

    public static IReadOnlyList<string> Required(string type) => _required.TryGetValue(type, out var fields) ? fields : [];

    private static HashSet<string> Set(params string[][] groups) => new(groups.SelectMany(group => group), StringComparer.Ordinal);
}
