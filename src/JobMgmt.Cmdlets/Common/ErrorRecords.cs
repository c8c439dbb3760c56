using System.Management.Automation;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Connections;
using JobMgmt.Networks.Definitions;

namespace JobMgmt.Cmdlets.Common;

/// <summary>
/// The form of all error records: what an exception becomes, and <see cref="Make"/>, with which each room makes its own (<c>JobRunErrors</c>, <c>JobCalendarErrors</c>, …).
/// An id never changes once released: scripts test it as <c>FullyQualifiedErrorId</c>. Each message says the thing, the cause and the remedy.
/// </summary>
internal static class ErrorRecords
{
    /// <summary>Any exception as a record.</summary>
    public static ErrorRecord From(Exception exception, object? target) => exception switch
    {
        CmdletFailure failure => failure.Record,
        SessionException session => SessionFailed(session, target),
        Schedules.Calendars.CalendarException calendar => Make("JobCalendarInvalid", ErrorCategory.InvalidData, target, calendar.Message, calendar),
        InvalidNetworkException invalid => Make("InvalidJobNetwork", ErrorCategory.InvalidData, target, invalid.Message, invalid),
        AmazonServiceException { ErrorCode.Length: > 0 } service => FromAws(service, target),
        AmazonServiceException unnamed => Make("AwsServiceError", ErrorCategory.InvalidResult, target, $"The target answered with an error that has no code: {unnamed.Message}", unnamed),
        AmazonClientException or System.Net.Http.HttpRequestException or System.Net.Sockets.SocketException => Make(
            "JobMgmtTargetUnreachable", ErrorCategory.ConnectionError, target,
            $"The target can't be reached: {exception.Message.TrimEnd('.')}. {(ConnectionState.LocalFolder is { } folder
                ? $"Start the local runtime again with Start-JobRuntime -DataPath '{folder.Path}': its runs go on where they stood."
                : "Check the network, and what Get-JobMgmtConnection shows.")}", exception),
        _ => new ErrorRecord(exception, "UnexpectedError", ErrorCategory.NotSpecified, target),
    };

    public static ErrorRecord PatternInvalid(string pattern, Exception cause) => Make(
        "NamePatternInvalid", ErrorCategory.InvalidArgument, pattern,
        $"'{pattern}' is no pattern: its '[' is not closed, or nothing is in it. Write [a-c] for one of these characters; a bracket of the name itself has a backtick in front, in single quotes: '{Regex.Replace(pattern, "(?<!`)\\[", "`[")}'.", cause);

    private static ErrorRecord FromAws(AmazonServiceException exception, object? target)
    {
        (ErrorCategory category, string remedy) = AwsErrorTable.Find(exception.ErrorCode);
        string subject = target is null ? "" : $"'{target}': ";
        return Make(exception.ErrorCode, category, target, $"{subject}{exception.Message.TrimEnd('.')}. {remedy}".TrimEnd(), exception);
    }

    private static ErrorRecord SessionFailed(SessionException exception, object? target) => Make(
        exception.Code.ToString(),
        exception.Code switch
        {
            SessionErrorCode.OptionsInvalid => ErrorCategory.InvalidArgument,
            SessionErrorCode.ProfileNotFound or SessionErrorCode.RuntimeNotRunning => ErrorCategory.ObjectNotFound,
            SessionErrorCode.RuntimeFilesInvalid => ErrorCategory.InvalidData,
            _ => ErrorCategory.AuthenticationError,
        },
        target,
        exception.Message,
        exception);

    /// <summary>A record with a message, and the exception that is behind it.</summary>
    public static ErrorRecord Make(string id, ErrorCategory category, object? target, string message, Exception? cause = null)
        => new(new InvalidOperationException(message, cause), id, category, target);
}
