using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>A parameter that a document declares.</summary>
internal sealed record DocumentParameter(string Name, ParameterType Type)
{
    public string? Description { get; init; }

    /// <summary>Null: the parameter is required. <c>{{ssm:name}}</c> in a String's default is read from Parameter Store at start.</summary>
    public JsonValue? Default { get; init; }

    /// <summary>Empty: any.</summary>
    public IReadOnlyList<JsonValue> AllowedValues { get; init; } = [];

    /// <summary>A regular expression that each string must match as a whole.</summary>
    public string? AllowedPattern { get; init; }

    public long? MinItems { get; init; }

    public long? MaxItems { get; init; }

    public long? MinChars { get; init; }

    public long? MaxChars { get; init; }
}
