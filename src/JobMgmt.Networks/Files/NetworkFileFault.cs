using System.Globalization;

namespace JobMgmt.Networks.Files;

/// <summary>One thing that is wrong in a network's file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Place">The member: <c>Jobs[1].Command</c>; empty for the file as a whole.</param>
/// <param name="Message">What is wrong with it.</param>
/// <param name="Fix">What to do about it.</param>
public sealed record NetworkFileFault(int Line, int Column, string Place, string Message, string Fix)
{
    /// <summary>The fault as one sentence, with its place in front as compilers write it, without the file's name.</summary>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0}:{1}: {2}{3} {4}", Line, Column, Place.Length == 0 ? "" : Place + ": ", Message, Fix).TrimEnd();
}
