using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Actions;

/// <summary>The request of SendCommand from the inputs of aws:runCommand, in which lists of one may be written as the one, and numbers and flags as text.</summary>
internal static class SendCommandRequest
{
    private static readonly string[] _members =
    [
        "DocumentName", "DocumentVersion", "InstanceIds", "Targets", "Parameters", "TimeoutSeconds", "Comment", "CloudWatchOutputConfig", "OutputS3BucketName",
        "OutputS3KeyPrefix", "OutputS3Region", "MaxConcurrency", "MaxErrors", "NotificationConfig", "ServiceRoleArn", "DocumentHash", "DocumentHashType",
    ];

    public static JsonObject From(JsonObject inputs) =>
        new(inputs.Where(input => _members.Contains(input.Key, StringComparer.Ordinal) && input.Value is not JsonNull).Select(input => KeyValuePair.Create(input.Key, Member(input.Key, input.Value))));

    private static JsonValue Member(string name, JsonValue value) => name switch
    {
        "InstanceIds" => List(value),
        "Targets" when value is JsonObject => new JsonArray([value]),
        "Parameters" when value is JsonObject parameters => new JsonObject(parameters.Select(parameter => KeyValuePair.Create(parameter.Key, List(parameter.Value)))),
        "TimeoutSeconds" => ParameterTypes.Convert(ParameterType.Integer, value) ?? value,
        "CloudWatchOutputConfig" when value is JsonObject config && config["CloudWatchOutputEnabled"] is { } enabled =>
            config.With("CloudWatchOutputEnabled", ParameterTypes.Convert(ParameterType.Boolean, enabled) ?? enabled),
        "MaxConcurrency" or "MaxErrors" => ParameterTypes.Text(value),
        _ => value,
    };

    private static JsonValue List(JsonValue value) =>
        value is JsonArray list ? new JsonArray(list.Select(item => (JsonValue)ParameterTypes.Text(item))) : new JsonArray([ParameterTypes.Text(value)]);
}
