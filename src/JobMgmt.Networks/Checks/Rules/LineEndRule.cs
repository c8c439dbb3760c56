namespace JobMgmt.Networks.Checks.Rules;

/// <summary>Commands with the line ends of Windows: a shell takes the carriage return for a part of the last word, and a script may end well without having done its work.</summary>
internal sealed class LineEndRule : INetworkRule
{
    public void Check(CheckedScope machine, FindingList findings)
    {
        foreach (var script in machine.All().Select(JobScript.Of).OfType<JobScript>())
        {
            var line = script.Lines.TakeWhile(text => !text.EndsWith("\r", StringComparison.Ordinal)).Count();
            if (line < script.Lines.Count)
            {
                findings.Warning(
                    NetworkCodes.CarriageReturn,
                    script.LocationOf(line),
                    FormattableString.Invariant($"Line {line + 1} of job '{script.Job}' ends with a carriage return (CRLF), which {script.Interpreter} takes for a part of its last word. Take it out: -replace '\\r'."));
            }
        }
    }
}
