namespace JobMgmt.StatesLanguage.Model;

/// <summary>A Task's Resource, taken apart as history events show it.</summary>
/// <param name="Arn">The whole text.</param>
/// <param name="Kind">Integration, function or activity.</param>
/// <param name="ResourceType"><c>states</c>, <c>events</c>, <c>aws-sdk:ssm</c>; empty for functions and activities.</param>
/// <param name="Resource">The action with its suffix: <c>startExecution.sync:2</c>; the ARN for functions and activities.</param>
/// <param name="Pattern">How long it is waited for.</param>
public sealed record TaskResource(string Arn, TaskResourceKind Kind, string ResourceType, string Resource, TaskPattern Pattern)
{
    private const string WaitForTaskTokenSuffix = ".waitForTaskToken";

    /// <summary>The action without its suffix: <c>startExecution</c>.</summary>
    public string Action => Resource.IndexOf('.') is var dot and >= 0 ? Resource.Substring(0, dot) : Resource;

    /// <summary>Takes an ARN apart; false where it is none that a Task can have.</summary>
    public static bool TryParse(string arn, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TaskResource? resource)
    {
        resource = null;
        var parts = arn.Split(new[] { ':' }, 6);
        if (parts.Length < 6 || parts[0] != "arn" || !parts[1].StartsWith("aws", StringComparison.Ordinal) || parts[5].Length == 0)
        {
            return false;
        }

        if (parts[2] == "lambda")
        {
            resource = new TaskResource(arn, TaskResourceKind.Lambda, string.Empty, arn, TaskPattern.RequestResponse);
            return parts[5].StartsWith("function:", StringComparison.Ordinal);
        }

        if (parts[2] != "states")
        {
            return false;
        }

        if (parts[5].StartsWith("activity:", StringComparison.Ordinal) && parts[3].Length > 0)
        {
            resource = new TaskResource(arn, TaskResourceKind.Activity, string.Empty, arn, TaskPattern.WaitForTaskToken);
            return true;
        }

        return parts[3].Length == 0 && parts[4].Length == 0 && TryParseService(arn, parts[5], out resource);
    }

    private static bool TryParseService(string arn, string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TaskResource? resource)
    {
        resource = null;
        var at = text.StartsWith("aws-sdk:", StringComparison.Ordinal) ? text.IndexOf(':', "aws-sdk:".Length) : text.IndexOf(':');
        if (at <= 0 || at == text.Length - 1)
        {
            return false;
        }

        var action = text.Substring(at + 1);
        var pattern = action.EndsWith(WaitForTaskTokenSuffix, StringComparison.Ordinal) ? TaskPattern.WaitForTaskToken
            : action.EndsWith(".sync", StringComparison.Ordinal) || action.EndsWith(".sync:2", StringComparison.Ordinal) ? TaskPattern.Sync
            : TaskPattern.RequestResponse;
        resource = new TaskResource(arn, TaskResourceKind.Service, text.Substring(0, at), action, pattern);
        return true;
    }
}
