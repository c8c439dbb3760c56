namespace JobMgmt.Cmdlets.RunJobStacks;

/// <summary>What publishing or removing does to an artefact.</summary>
public enum RunJobStackAction
{
    /// <summary>It is as it should be; nothing was done.</summary>
    Unchanged,

    /// <summary>It would be made (-WhatIf, or refused at -Confirm).</summary>
    Create,

    /// <summary>It was made.</summary>
    Created,

    /// <summary>It would be changed.</summary>
    Update,

    /// <summary>It was changed.</summary>
    Updated,

    /// <summary>It would be deleted.</summary>
    Delete,

    /// <summary>It was deleted.</summary>
    Deleted,

    /// <summary>It was left as it is on purpose, such as logs.</summary>
    Kept,
}
