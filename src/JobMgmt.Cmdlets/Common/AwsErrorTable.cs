using System.Management.Automation;

namespace JobMgmt.Cmdlets.Common;

/// <summary>Which kind of failure an AWS error code is. The first fitting row counts.</summary>
internal static class AwsErrorTable
{
    private static readonly (string Part, ErrorCategory Category, string Remedy)[] Rows =
    [
        ("AccessDenied", ErrorCategory.PermissionDenied, "Ask for the right that is missing, or connect with another profile (Connect-JobMgmt)."),
        ("UnauthorizedOperation", ErrorCategory.PermissionDenied, "Ask for the right that is missing, or connect with another profile (Connect-JobMgmt)."),
        ("ExpiredToken", ErrorCategory.AuthenticationError, "Sign in again, then Connect-JobMgmt."),
        ("UnrecognizedClient", ErrorCategory.AuthenticationError, "Check the keys or the profile of Connect-JobMgmt."),
        ("InvalidClientTokenId", ErrorCategory.AuthenticationError, "Check the keys or the profile of Connect-JobMgmt."),
        ("SignatureDoesNotMatch", ErrorCategory.AuthenticationError, "Check the secret key, and the machine's clock."),
        ("InvalidSignature", ErrorCategory.AuthenticationError, "Check the secret key, and the machine's clock."),
        ("Throttl", ErrorCategory.LimitsExceeded, "Wait a little and try again."),
        ("RequestLimitExceeded", ErrorCategory.LimitsExceeded, "Wait a little and try again."),
        ("LimitExceeded", ErrorCategory.LimitsExceeded, "Delete what is not needed, or ask AWS for a higher quota."),
        ("TooMany", ErrorCategory.LimitsExceeded, "Delete what is not needed, or ask AWS for a higher quota."),
        ("DoesNotExist", ErrorCategory.ObjectNotFound, "Check the name, the Region and the connection (Get-JobMgmtConnection)."),
        ("NotFound", ErrorCategory.ObjectNotFound, "Check the name, the Region and the connection (Get-JobMgmtConnection)."),
        ("NoSuchEntity", ErrorCategory.ObjectNotFound, "Check the name, the Region and the connection (Get-JobMgmtConnection)."),
        ("InvalidDocument", ErrorCategory.ObjectNotFound, "Publish-RunJobStack makes the stack anew."),
        ("AlreadyExists", ErrorCategory.ResourceExists, "Choose another name."),
        ("Deleting", ErrorCategory.ResourceBusy, "It goes when its runs have ended: wait for them (Wait-JobNetwork), or stop them (Stop-JobNetwork), and try again."),
        ("Conflict", ErrorCategory.ResourceBusy, "Somebody else changes the same thing; try again."),
        ("Unsupported", ErrorCategory.NotImplemented, "The target does not offer this operation."),
        ("UnknownOperation", ErrorCategory.NotImplemented, "The target does not offer this operation."),
        ("Validation", ErrorCategory.InvalidArgument, "Correct the value that the message names."),
        ("Invalid", ErrorCategory.InvalidArgument, "Correct the value that the message names."),
    ];

    /// <summary>The category of a code, and what the user can do.</summary>
    public static (ErrorCategory Category, string Remedy) Find(string code)
    {
        (string Part, ErrorCategory Category, string Remedy) row = Rows.FirstOrDefault(r => code.IndexOf(r.Part, StringComparison.OrdinalIgnoreCase) >= 0);
        return row.Part is null ? (ErrorCategory.InvalidOperation, "") : (row.Category, row.Remedy);
    }
}
