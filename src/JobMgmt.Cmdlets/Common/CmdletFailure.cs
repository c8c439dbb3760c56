using System.Management.Automation;

namespace JobMgmt.Cmdlets.Common;

/// <summary>Ends a cmdlet with the record it carries: thrown off the pipeline thread, made terminating on it.</summary>
internal sealed class CmdletFailure : Exception
{
    public CmdletFailure(ErrorRecord record)
        : base(record.Exception.Message, record.Exception)
        => Record = record;

    /// <summary>The finished record: id, category, target, message.</summary>
    public ErrorRecord Record { get; }
}
