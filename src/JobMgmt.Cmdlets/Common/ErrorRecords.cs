using System.Management.Automation;

namespace JobMgmt.Cmdlets.Common;

/// <summary>
/// The one place that makes error records. An id never changes once released: scripts test it as <c>FullyQualifiedErrorId</c>.
/// Each message says the thing, the cause and the remedy.
/// </summary>
internal static partial class ErrorRecords
{
    /// <summary>Any exception as a record.</summary>
    public static ErrorRecord From(Exception exception, object? target)
        => exception is CmdletFailure failure ? failure.Record : new ErrorRecord(exception, "UnexpectedError", ErrorCategory.NotSpecified, target);

    private static ErrorRecord Make(string id, ErrorCategory category, object? target, string message, Exception? cause = null)
        => new(new InvalidOperationException(message, cause), id, category, target);
}
