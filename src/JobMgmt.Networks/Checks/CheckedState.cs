using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Checks;

/// <summary>A state as it was written, and what it is to a job network: a job, an alert, or neither.</summary>
internal sealed class CheckedState
{
    internal CheckedState(string name, JsonObject body, string location, CheckedScope scope, bool isJsonata)
    {
        Name = name;
        Body = body;
        Location = location;
        Scope = scope;
        IsJsonata = Text("QueryLanguage") is { } language ? language == "JSONata" : isJsonata;
        Inner = InnerScopes(isJsonata).ToArray();
        ArgumentsField = body.Contains("Arguments") ? "Arguments" : "Parameters";
        Input = (body[ArgumentsField] as JsonObject)?["Input"] as JsonObject;
        var resource = Text("Resource") ?? "";
        var machine = ((body[ArgumentsField] as JsonObject)?["StateMachineArn"] as JsonString)?.Value ?? "";
        IsJob = resource.EndsWith(":states:startExecution.waitForTaskToken", StringComparison.Ordinal)
            && (NamesMachine(machine, "RunJob") || Input?.Contains("Commands") == true || Input?.Contains("Commands.$") == true);
        IsAlert = (resource.IndexOf(":states:startExecution", StringComparison.Ordinal) >= 0 && NamesMachine(machine, "SendFailEvent"))
            || (!resource.EndsWith(".waitForTaskToken", StringComparison.Ordinal) && Array.Exists(Senders, sender => resource.IndexOf(sender, StringComparison.Ordinal) >= 0));
        StartsAutomation = resource.EndsWith(":aws-sdk:ssm:startAutomationExecution.waitForTaskToken", StringComparison.Ordinal);
    }

    // A team's own ways to tell people; only what starts SendFailEvent can also be found again by Get-JobAlert.
    private static readonly string[] Senders = { ":events:putEvents", ":aws-sdk:eventbridge:putEvents", ":sns:publish", ":aws-sdk:sns:publish" };

    internal string Name { get; }

    internal JsonObject Body { get; }

    internal string Location { get; }

    internal CheckedScope Scope { get; }

    internal bool IsJsonata { get; }

    /// <summary>The branches of a Parallel, the processor of a Map.</summary>
    internal IReadOnlyList<CheckedScope> Inner { get; }

    /// <summary><c>Arguments</c> or <c>Parameters</c>.</summary>
    internal string ArgumentsField { get; }

    /// <summary>The input of the execution that a Task starts, where it is written out.</summary>
    internal JsonObject? Input { get; }

    /// <summary>Whether it runs a job: it starts RunJob and waits for its answer by task token.</summary>
    internal bool IsJob { get; }

    /// <summary>Whether it tells people that something failed.</summary>
    internal bool IsAlert { get; }

    /// <summary>Whether it starts an automation itself and waits for its callback, as RunJob does.</summary>
    internal bool StartsAutomation { get; }

    internal string? Type => Text("Type");

    /// <summary>Whether nothing of the scope comes after it.</summary>
    internal bool IsEnd => Type is "Succeed" or "Fail" || Body["End"] is JsonBoolean { Value: true };

    internal string? Text(string field) => (Body[field] as JsonString)?.Value;

    internal string At(string field) => $"{Location}/{field}";

    /// <summary>The place of a member of the started execution's input.</summary>
    internal string AtInput(string member) => $"{Location}/{ArgumentsField}/Input/{member}";

    /// <summary>A member of the input as it is at run time: null where it is missing or only known then.</summary>
    internal JsonValue? Constant(string member) => Input?[member] is { } value && !(IsJsonata && value is JsonString text && IsExpression(text.Value)) ? value : null;

    /// <summary>Whether the input has a member, written out or worked out at run time.</summary>
    internal bool HasInput(string member) => Input is null || Input.Contains(member) || Input.Contains(member + ".$");

    /// <summary>The entries of Retry or Catch: the error names of each, and where it leads.</summary>
    internal IReadOnlyList<ErrorHandler> Handlers(string field) => (Body[field] as JsonArray ?? JsonArray.Empty).Select((item, i) => ErrorHandler.Of(item, At($"{field}[{i}]"))).ToArray();

    internal static bool IsExpression(string text) => text.StartsWith("{%", StringComparison.Ordinal);

    internal static long? Whole(JsonValue? value) => value is JsonNumber number && number.TryToInt64(out var whole) ? whole : null;

    internal static bool NamesMachine(string arn, string name)
    {
        // arn:…:stateMachine:Prefix-Name:3 or a variable in its place, which is told by its name.
        var parts = arn.Split(':');
        return Array.Exists(parts, part => part == name || part.EndsWith("-" + name, StringComparison.Ordinal)) || arn.IndexOf("${" + name, StringComparison.Ordinal) >= 0;
    }

    private IEnumerable<CheckedScope> InnerScopes(bool isJsonata)
    {
        var branches = Type == "Parallel" ? Body["Branches"] as JsonArray ?? JsonArray.Empty : JsonArray.Empty;
        for (var i = 0; i < branches.Count; i++)
        {
            if (branches[i] is JsonObject branch)
            {
                yield return new CheckedScope(branch, At($"Branches[{i}]"), this, isJsonata);
            }
        }

        foreach (var field in Type == "Map" ? new[] { "ItemProcessor", "Iterator" } : Array.Empty<string>())
        {
            if (Body[field] is JsonObject processor)
            {
                yield return new CheckedScope(processor, At(field), this, isJsonata);
            }
        }
    }
}
