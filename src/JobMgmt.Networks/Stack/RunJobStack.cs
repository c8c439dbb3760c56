namespace JobMgmt.Networks.Stack;

/// <summary>The shared resources that every network of a stack uses.</summary>
public static class RunJobStack
{
    /// <summary>
    /// All artefacts of a stack, each after those that it needs: create and update in this order, delete in reverse.
    /// </summary>
    /// <param name="names">The stack's names.</param>
    /// <param name="options">The user's choices; null: the defaults.</param>
    public static IReadOnlyList<StackArtefact> Artefacts(RunJobStackNames names, RunJobStackOptions? options = null)
    {
        options ??= new RunJobStackOptions();
        return Array.Empty<StackArtefact>();
    }
}
