namespace JobMgmt.Networks.Definitions;

/// <summary>One thing that is wrong with a network's definition.</summary>
/// <param name="Thing">What it is about, as the user calls it: <c>job 'Load'</c>, <c>network 'nightly'</c>.</param>
/// <param name="Place">Where it is in the definition: <c>Jobs[1].Command</c>.</param>
/// <param name="Message">What is wrong with it.</param>
/// <param name="Fix">What to do about it.</param>
public sealed record NetworkFault(string Thing, string Place, string Message, string Fix)
{
    /// <summary>The whole fault as one sentence for people.</summary>
    public override string ToString() => $"{Thing} ({Place}): {Message} {Fix}";
}
