namespace JobMgmt.StatesLanguage.Model;

/// <summary>What a Task's Resource is; each kind has history events of its own.</summary>
public enum TaskResourceKind
{
    /// <summary><c>arn:aws:states:::…</c>: an integration; TaskScheduled, TaskStarted…</summary>
    Service,

    /// <summary><c>arn:aws:lambda:…:function:…</c>: LambdaFunctionScheduled…</summary>
    Lambda,

    /// <summary><c>arn:aws:states:…:activity:…</c>: ActivityScheduled…</summary>
    Activity,
}
