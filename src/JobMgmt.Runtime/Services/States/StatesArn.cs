using JobMgmt.Runtime.Services.Validation;

namespace JobMgmt.Runtime.Services.States;

/// <summary>Reads the ARNs in requests to Step Functions.</summary>
internal static class StatesArn
{
    private const int MostCharacters = 256;

    /// <summary>A required state machine ARN, without a version or alias.</summary>
    public static string StateMachine(StatesLanguage.Json.JsonObject request, string member = "stateMachineArn")
    {
        var arn = Required(request, member);
        var parts = Parts(arn);
        return parts[5] != "stateMachine" || parts.Length < 7 ? throw Unexpected(parts[5])
            : parts.Length == 7 ? arn
            : throw StatesErrors.NotServed("state machine versions and aliases: use the ARN without the last part");
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

    /// <summary>A required ARN of anything of Step Functions.</summary>
    public static string Any(StatesLanguage.Json.JsonObject request, string member)
    {
        var arn = Required(request, member);
        Parts(arn);
        return arn;
    }

    /// <summary>The last part: the name.</summary>
    public static string Name(string arn) => arn[(arn.LastIndexOf(':') + 1)..];

    private static string Required(StatesLanguage.Json.JsonObject request, string member)
    {
        var arn = request.Text(member);
        new Constraints().Required(request, member).Length(arn, member, 1, MostCharacters).Enforce();
        return arn!;
    }

    private static string[] Parts(string arn)
    {
        var parts = arn.Split(':');
        return parts is ["arn", _, "states", _, _, _, ..] ? parts : throw StatesErrors.InvalidArn($"Invalid ARN prefix: {arn}");
    }

    private static ServiceException Unexpected(string type) => StatesErrors.InvalidArn($"Resource type not valid in this context: {type}");
}
