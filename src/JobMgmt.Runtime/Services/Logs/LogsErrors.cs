namespace JobMgmt.Runtime.Services.Logs;

/// <summary>What Logs refuses with, in its words.</summary>
internal static class LogsErrors
{
    public static ServiceException NoGroup => new("ResourceNotFoundException", "The specified log group does not exist.");

    public static ServiceException NoStream => new("ResourceNotFoundException", "The specified log stream does not exist.");

    public static ServiceException NoPolicy(string name) => new("ResourceNotFoundException", $"Policy with name [{name}] does not exist.");

    public static ServiceException GroupExists => new("ResourceAlreadyExistsException", "The specified log group already exists");

    public static ServiceException StreamExists => new("ResourceAlreadyExistsException", "The specified log stream already exists");

    public static ServiceException BadToken => new("InvalidParameterException", "The specified nextToken is invalid.");

    public static ServiceException Invalid(string message) => new("InvalidParameterException", message);
}
