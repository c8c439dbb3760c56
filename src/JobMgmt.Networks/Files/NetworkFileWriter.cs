using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Files;

/// <summary>Writes what a network's members come to as YAML: two spaces a level, lists of texts on one line, scripts as blocks where a block keeps every byte.</summary>
internal static class NetworkFileWriter
{
    internal static string Write(JsonObject network, string schema)
    {
        var text = new StringBuilder("# yaml-language-server: $schema=").Append(schema).Append('\n');
        Members(text, network, "", first: true);
        return text.ToString();
    }

    private static void Members(StringBuilder text, JsonObject value, string indent, bool first)
    {
        foreach (var member in value)
        {
            text.Append(first ? "" : indent).Append(FileScalars.Write(member.Key)).Append(':');
            first = indent.Length == 0;
            Value(text, member.Key, member.Value, indent);
        }
    }

    private static void Value(StringBuilder text, string name, JsonValue value, string indent)
    {
        var inner = indent + "  ";
        switch (value)
        {
            case JsonObject { Count: > 0 } map:
                text.Append('\n').Append(inner);
                Members(text, map, inner, first: true);
                break;
            case JsonArray { Count: > 0 } lines when NetworkMembers.IsBlock(name):
                Lines(text, lines.Cast<JsonString>().Select(line => line.Value).ToArray(), inner);
                break;
            case JsonArray { Count: > 0 } list when list[0] is JsonObject:
                text.Append('\n');
                for (var i = 0; i < list.Count; i++)
                {
                    // An empty line between jobs; a thing without members is {}.
                    text.Append(i > 0 && indent.Length == 0 ? "\n" : "").Append(inner).Append("- ");
                    if (list[i] is JsonObject { Count: > 0 } item)
                    {
                        Members(text, item, inner + "  ", first: true);
                    }
                    else
                    {
                        text.Append("{}\n");
                    }
                }

                break;
            case JsonArray list:
                text.Append(" [").Append(string.Join(", ", list.Select(Scalar))).Append("]\n");
                break;
            case JsonObject:
                text.Append(" {}\n");
                break;
            default:
                text.Append(' ').Append(Scalar(value)).Append('\n');
                break;
        }
    }

    private static void Lines(StringBuilder text, string[] lines, string indent)
    {
        if (!IsBlock(lines))
        {
            text.Append('\n');
            foreach (var line in lines)
            {
                text.Append(indent).Append("- ").Append(FileScalars.Write(line)).Append('\n');
            }

            return;
        }

        // |+ keeps empty lines at the end; | would take them for the end of the file.
        text.Append(lines[lines.Length - 1].Length == 0 ? " |+\n" : " |\n");
        foreach (var line in lines)
        {
            text.Append(line.Length == 0 ? "" : indent).Append(line).Append('\n');
        }
    }

    // What a block would not keep, or what an editor takes away unseen (spaces at a line's end), is written as a list of quoted lines.
    private static bool IsBlock(string[] lines) =>
        lines[0].Length > 0 && lines[0][0] is not (' ' or '\t')
        && Array.TrueForAll(lines, line => (line.Length == 0 || line[line.Length - 1] is not (' ' or '\t' or '\u3000' or '\u00a0')) && IsPrintable(line));

    private static bool IsPrintable(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsHighSurrogate(line[i]) && i + 1 < line.Length && char.IsLowSurrogate(line[i + 1]))
            {
                i++;
            }
            else if (line[i] != '\t' && !FileScalars.IsPrintable(line[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Scalar(JsonValue value) => value is JsonString text ? FileScalars.Write(text.Value) : value.ToString();
}
