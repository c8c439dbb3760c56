
namespace JobMgmt.Runtime.Services.States;

/// <summary>Reads the ARNs in requests to Step Functions.</summary>
internal static class StatesArn
{
    /// <summary>A required state machine ARN, without a version or alias.</summary>
    public static string StateMachine(StatesLanguage.Json.JsonObject request)
    {
        var reference = QualifiedStateMachine(request);
        return reference.IsQualified
            ? throw new ServiceException("ValidationException", $"This operation takes the ARN of a state machine, not of one of its versions or aliases: '{reference.Arn}'")
            : reference.Arn;
    }

    /// <summary>A required state machine ARN, which may name a version or an alias.</summary>
    public static StateMachineReference QualifiedStateMachine(StatesLanguage.Json.JsonObject request, string member = "stateMachineArn")
    {
        var arn = Required(request, member);
        var parts = Parts(arn);
        return StateMachineReference.Parse(arn) ?? throw Unexpected(parts[5]);
    }

    /// <summary>A required state machine ARN, which may name a version or an alias, and a test case after a <c>#</c>.</summary>
    public static (StateMachineReference Reference, string? TestCase) StartedStateMachine(StatesLanguage.Json.JsonObject request)
    {
        const string member = "stateMachineArn";
        return request.Text(member)?.Split('#', 2) is [var arn, var testCase]
            ? (QualifiedStateMachine(request.With(member, new StatesLanguage.Json.JsonString(arn))), testCase)
            : (QualifiedStateMachine(request), null);
    }

    /// <summary>A required alias ARN.</summary>
    public static StateMachineReference Alias(StatesLanguage.Json.JsonObject request)
    {
        var reference = QualifiedStateMachine(request, "stateMachineAliasArn");
        return reference.Alias is null ? throw new ServiceException("ValidationException", $"'{reference.Arn}' is not the ARN of a state machine alias.") : reference;
    }

    /// <summary>A required execution ARN.</summary>
    public static string Execution(StatesLanguage.Json.JsonObject request)
    {
        var arn = Required(request, "executionArn");
        var parts = Parts(arn);
        return parts[5] == "execution" && parts.Length == 8 ? arn : throw Unexpected(parts[5]);
    }

    /// <summary>A required activity ARN.</summary>
    public static string Activity(StatesLanguage.Json.JsonObject request)
    {
        var arn = Required(request, "activityArn");
        var parts = Parts(arn);
        return parts[5] == "activity" && parts.Length == 7 ? arn : throw Unexpected(parts[5]);
    }

    /// <summary>A required Map Run ARN.</summary>
    public static string MapRun(StatesLanguage.Json.JsonObject request)
    {
        var arn = Required(request, "mapRunArn");
        var parts = Parts(arn);
        return parts[5] == "mapRun" && parts.Length == 8 && parts[6].Contains('/', StringComparison.Ordinal) ? arn : throw Unexpected(parts[5]);
    }

    /// <summary>A required ARN of anything of Step Functions.</summary>
    public static string Any(StatesLanguage.Json.JsonObject request, string member)
    {
        var arn = Required(request, member);
        Parts(arn);
        return arn;
    }

    /// <summary>The last part: the name.</summary>
    public static string Name(string arn) => arn[(arn.LastIndexOf(':') + 1)..];

    private static string Required(StatesLanguage.Json.JsonObject request, string member) =>
        request.Text(member) ?? throw new ServiceException("ValidationException", $"{member} is required"); // the service model's check comes first

    private static string[] Parts(string arn)
    {
        var parts = arn.Split(':');
        return parts is ["arn", _, "states", _, _, _, ..] ? parts : throw StatesErrors.InvalidArn($"Invalid ARN prefix: {arn}");
    }

    private static ServiceException Unexpected(string type) => StatesErrors.InvalidArn($"Resource type not valid in this context: {type}");
}
