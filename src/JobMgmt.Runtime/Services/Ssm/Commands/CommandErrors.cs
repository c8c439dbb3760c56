using JobMgmt.Runtime.Hosting;

namespace JobMgmt.Runtime.Services.Ssm.Commands;

/// <summary>Run Command's refusals.</summary>
internal static class CommandErrors
{
    public static ServiceException NoCommand => new("InvalidCommandId", null);

    public static ServiceException NoInvocation => new("InvocationDoesNotExist", null);

    public static ServiceException InvalidToken => new("InvalidNextToken", "The specified token isn't valid.");

    public static ServiceException InvalidFilter => new("InvalidFilterKey", null);

    public static ServiceException DuplicateInstance => new("DuplicateInstanceId", null);

    public static ServiceException NotManaged(IEnumerable<string> ids) =>
        new("InvalidInstanceId", $"Instances [[{string.Join(", ", ids)}]] not in a valid state for account {RuntimeOptions.AccountId}");

    public static ServiceException Parameters(string message) => new("InvalidParameters", message);
}
