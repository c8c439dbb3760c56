namespace JobMgmt.HelpBuilder;

/// <summary>What a help file must hold to be built.</summary>
internal static class HelpCheck
{
    /// <summary>Says every gap and every parameter that the cmdlet no longer has.</summary>
    public static IEnumerable<string> Faults(CmdletSyntax cmdlet, HelpTopic topic)
    {
        if (topic.Synopsis.Length == 0)
        {
            yield return "no SYNOPSIS";
        }

        if (topic.Description.Count == 0)
        {
            yield return "no DESCRIPTION";
        }

        if (topic.Examples.Count == 0)
        {
            yield return "no example";
        }

        foreach (string missing in cmdlet.Parameters.Select(p => p.Name).Where(n => !topic.Parameters.TryGetValue(n, out IReadOnlyList<string>? text) || text.Count == 0))
        {
            yield return $"no text for -{missing}";
        }

        foreach (string gone in topic.Parameters.Keys.Except(cmdlet.Parameters.Select(p => p.Name), StringComparer.OrdinalIgnoreCase))
        {
            yield return $"-{gone} is described, but {cmdlet.Name} has no such parameter";
        }
    }
}
