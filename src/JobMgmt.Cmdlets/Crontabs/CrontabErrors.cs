using System.Globalization;
using System.Management.Automation;
using JobMgmt.Schedules.Crontab;

namespace JobMgmt.Cmdlets.Crontabs;

/// <summary>The records of what fails with crontabs.</summary>
internal static class CrontabErrors
{
    public static ErrorRecord LineNotConverted(string? path, CrontabFault fault) => Make(
        "CrontabLineNotConverted", ErrorCategory.InvalidData, fault.Line,
        string.Format(CultureInfo.InvariantCulture, "{0}line {1}, '{2}', was not converted: {3}", path is null ? "" : path + ", ", fault.LineNumber, fault.Line.Trim(), fault.Reason));

    public static ErrorRecord FolderNotConverted(string path, string reason) => Make(
        "CrontabFolderNotConverted", ErrorCategory.InvalidData, path, $"The scripts of '{path}' were not converted: {reason}");

    public static ErrorRecord FileNotFound(string path) => Make(
        "CrontabNotFound", ErrorCategory.ObjectNotFound, path, $"There is no crontab '{path}'. Give a file such as /etc/crontab, a folder such as /etc/cron.d, or pipe: crontab -l | ConvertFrom-Crontab.");

    public static ErrorRecord FileUnreadable(string path, Exception cause) => Make(
        "CrontabUnreadable", ErrorCategory.ReadError, path, $"The crontab '{path}' can't be read: {cause.Message.TrimEnd('.')}. Crontabs of other users are readable for root alone.", cause);

    public static ErrorRecord NotUtf8(string path, Exception cause) => Make(
        "CrontabNotUtf8", ErrorCategory.InvalidData, path, $"The crontab '{path}' is not in UTF-8, so its commands would not stay what they are. Convert it first: iconv -f <encoding> -t UTF-8.", cause);

    public static ErrorRecord UserUnknown(string? path) => Make(
        "CrontabUserUnknown", ErrorCategory.InvalidArgument, path,
        $"{(path is null ? "A user's crontab" : $"The crontab '{path}'")} does not say whose it is, and this machine's user is none of the workers'. Give -UserName, or -Format System for a crontab with user names.");

    private static ErrorRecord Make(string id, ErrorCategory category, object? target, string message, Exception? cause = null) =>
        new(new InvalidOperationException(message, cause), id, category, target);
}
