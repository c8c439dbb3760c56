using System.Globalization;
using System.IO;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace JobMgmt.Networks.Files;

/// <summary>
/// Text to <see cref="FileNode"/>s. Of YAML it takes what a team can read at a glance: anchors, aliases, tags and several documents in a file are refused.
/// A byte order mark is passed over, and line ends are those of YAML: a file with CRLF, as Git may check it out on Windows, gives the same commands.
/// </summary>
internal static class FileTree
{
    private const int MostLevels = 32;

    /// <exception cref="FileFaultException">The text is no such YAML.</exception>
    internal static FileNode Read(string text)
    {
        using var reader = new StringReader(text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text);
        var parser = new Parser(reader);
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                throw new FileFaultException(new FileNode(1, 1), "The file is empty.", "Write a network: its Name and its Jobs.");
            }

            var root = Node(parser, 0);
            parser.Consume<DocumentEnd>();
            return parser.TryConsume<DocumentStart>(out var second)
                ? throw Fault(second!.Start, "The file has more than one document.", "Put each network in a file of its own.")
                : root;
        }
        catch (YamlException e)
        {
            var tab = Array.FindIndex(text.Split('\n'), line => line.StartsWith("\t", StringComparison.Ordinal));
            throw tab >= 0
                ? new FileFaultException(new FileNode(tab + 1, 1), "A tab indents this line; YAML takes spaces only.", "Indent it with spaces.")
                : Fault(e.Start, $"This is no YAML: {e.Message.TrimEnd('.')}.", "Check the indentation, and quote a text that has ': ' or ' #' in it or begins with one of {}[]&*!|>'\"%@`.");
        }
    }

    private static FileNode Node(Parser parser, int level)
    {
        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } anchored || parser.Current is AnchorAlias)
        {
            throw Fault(parser.Current.Start, "Anchors and aliases (& and *) are not taken.", "Write the value out, or quote a text that begins like this.");
        }

        if (parser.Current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
        {
            throw Fault(parser.Current.Start, "Tags (!) are not taken.", "Quote a text that begins with !.");
        }

        if (level > MostLevels)
        {
            throw Fault(parser.Current!.Start, "The file is nested too deeply.", "Take a level of indentation away.");
        }

        var (line, column) = Place(parser.Current!.Start);
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new FileNode(line, column) { Text = scalar!.Value, IsPlain = scalar.Style == ScalarStyle.Plain };
        }

        return parser.TryConsume<SequenceStart>(out _) ? List(parser, line, column, level) : Map(parser, line, column, level);
    }

    private static FileNode List(Parser parser, int line, int column, int level)
    {
        var items = new List<FileNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(parser, level + 1));
        }

        return new FileNode(line, column) { Items = items };
    }

    private static FileNode Map(Parser parser, int line, int column, int level)
    {
        parser.Consume<MappingStart>();
        var members = new List<KeyValuePair<FileNode, FileNode>>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(parser, level + 1);
            var name = key.Text ?? throw new FileFaultException(key, "A member's name must be a text.", "Write name: value.");
            if (name == "<<" && key.IsPlain)
            {
                throw new FileFaultException(key, "Merge keys (<<) are not taken.", "Write the members out.");
            }

            if (seen.TryGetValue(name, out var first))
            {
                throw new FileFaultException(key, string.Format(CultureInfo.InvariantCulture, "'{0}' is there already, in line {1}.", name, first), "Keep one of them.");
            }

            seen.Add(name, key.Line);
            members.Add(new KeyValuePair<FileNode, FileNode>(key, Node(parser, level + 1)));
        }

        return new FileNode(line, column) { Members = members };
    }

    private static (int Line, int Column) Place(Mark mark) => ((int)mark.Line, (int)mark.Column);

    private static FileFaultException Fault(Mark mark, string message, string fix)
    {
        var (line, column) = Place(mark);
        return new FileFaultException(new FileNode(Math.Max(line, 1), Math.Max(column, 1)), message, fix);
    }
}
