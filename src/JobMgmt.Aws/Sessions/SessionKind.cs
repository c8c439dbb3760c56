namespace JobMgmt.Aws.Sessions;

/// <summary>Which target a session talks to.</summary>
public enum SessionKind
{
    /// <summary>The local runtime.</summary>
    Local,

    /// <summary>AWS, or another endpoint that speaks its protocols.</summary>
    Aws,
}
