using System.Management.Automation;
using System.Management.Automation.Host;
using System.Text;
using JobMgmt.Networks.Pictures;
using JobMgmt.Networks.Runs;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>What there is to know of the terminal for a picture in text, and the text as an object that only a view colours.</summary>
internal static class TerminalText
{
    private const int WidthWithoutTerminal = 120;

    /// <summary>The type name that the view goes by.</summary>
    private const string TypeName = "JobNetworkPicture";

    /// <summary>The columns of the host's window; 120 where it has none.</summary>
    public static int Width(PSHost host)
    {
        try
        {
            // The last column makes some consoles break the line.
            int width = host.UI.RawUI.BufferSize.Width - 1;
            return width >= 20 ? width : WidthWithoutTerminal;
        }
        catch (Exception e) when (e is HostException or NotImplementedException or InvalidOperationException or System.IO.IOException or NullReferenceException)
        {
            return WidthWithoutTerminal;
        }
    }

    /// <summary>Whether the console's encoding has the characters of Unicode lines.</summary>
    public static bool HasLines(CommandInvocationIntrinsics invoke)
    {
        try
        {
            return invoke.InvokeScript("[Console]::OutputEncoding")[0].BaseObject is not Encoding encoding
                || encoding.GetString(encoding.GetBytes(TextGlyphs.Unicode.All)) == TextGlyphs.Unicode.All;
        }
        catch (RuntimeException)
        {
            return true; // a host without a console shows text itself; so does a session that may not ask
        }
    }

    /// <summary>The text as a string; its view shows <paramref name="coloured"/> where the session wants colours.</summary>
    public static PSObject Coloured(string text, string coloured)
    {
        var picture = new PSObject(text);
        picture.TypeNames.Insert(0, TypeName);
        picture.Properties.Add(new PSNoteProperty("Coloured", coloured));
        return picture;
    }

    /// <summary>A text in the colour of a status.</summary>
    public static string Paint(JobRunStatus status, string text) => status switch
    {
        JobRunStatus.Succeeded => $"\u001b[32m{text}\u001b[0m",
        JobRunStatus.Failed or JobRunStatus.TimedOut => $"\u001b[31m{text}\u001b[0m",
        JobRunStatus.Running => $"\u001b[36m{text}\u001b[0m",
        JobRunStatus.Aborted or JobRunStatus.Ignored or JobRunStatus.Held => $"\u001b[33m{text}\u001b[0m",
        _ => $"\u001b[2m{text}\u001b[0m",
    };
}
