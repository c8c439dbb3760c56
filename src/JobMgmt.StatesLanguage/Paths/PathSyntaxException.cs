namespace JobMgmt.StatesLanguage.Paths;

/// <summary>A text is not a JSONPath.</summary>
public sealed class PathSyntaxException : FormatException
{
    /// <summary>Says what is wrong, in which path, and where.</summary>
    public PathSyntaxException(string path, int position, string problem)
        : base($"{problem} at position {position} of the path '{path}'.")
    {
        Path = path;
        Position = position;
    }

    /// <summary>The whole path.</summary>
    public string Path { get; }

    /// <summary>The offset of the character that does not fit, from 0.</summary>
    public int Position { get; }
}
