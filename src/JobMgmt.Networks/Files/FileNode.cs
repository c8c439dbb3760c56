namespace JobMgmt.Networks.Files;

/// <summary>A value of a YAML file with its place, counted from 1. Exactly one of text, members and items is there.</summary>
internal sealed class FileNode
{
    internal FileNode(int line, int column)
    {
        Line = line;
        Column = column;
    }

    internal int Line { get; }

    internal int Column { get; }

    /// <summary>A scalar's text; null for a mapping or a list.</summary>
    internal string? Text { get; init; }

    /// <summary>Whether the scalar stands there without quotes, so that YAML may see a number or a boolean in it.</summary>
    internal bool IsPlain { get; init; }

    internal IReadOnlyList<KeyValuePair<FileNode, FileNode>>? Members { get; init; }

    internal IReadOnlyList<FileNode>? Items { get; init; }

    /// <summary>What it is, for messages.</summary>
    internal string Kind => Members is not null ? "a mapping" : Items is not null ? "a list" : "a single value";

    /// <summary>The node at a place such as <c>Jobs[1].Retry.MaxAttempts</c>; where that is not in the file, the nearest around it.</summary>
    internal FileNode At(string place)
    {
        var node = this;
        foreach (var step in place.Split(new[] { '.', '[' }, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = step.EndsWith("]", StringComparison.Ordinal)
                ? int.TryParse(step.TrimEnd(']'), out var index) && index >= 0 && index < (node.Items?.Count ?? 0) ? node.Items![index] : null
                : node.Members?.FirstOrDefault(member => member.Key.Text == step).Value;
            if (next is null)
            {
                break;
            }

            node = next;
        }

        return node;
    }
}
