using System.Text;

namespace JobMgmt.Schedules.Crontab;

/// <summary>The command of a crontab's line: its first <c>%</c> ends it, what follows is its standard input.</summary>
internal static class CrontabCommand
{
    /// <summary>The command and its input, or null.</summary>
    internal static (string Command, string? Input) Split(string text)
    {
        var command = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                return (command.ToString(), Input(text.Substring(i + 1)));
            }

            if (text[i] == '\\' && i + 1 < text.Length)
            {
                i++;
                command.Append(text[i] == '%' ? "%" : "\\" + text[i]);
                continue;
            }

            command.Append(text[i]);
        }

        return (command.ToString(), null);
    }

    private static string Input(string text)
    {
        var input = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] == '%')
            {
                i++;
                input.Append('%');
            }
            else
            {
                input.Append(text[i] == '%' ? '\n' : text[i]);
            }
        }

        return input.Length > 0 && input[input.Length - 1] != '\n' ? input.Append('\n').ToString() : input.ToString();
    }
}
