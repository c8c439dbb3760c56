using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>YAML's events, refused where they nest so deep that whoever builds a tree of them, which is done by recursion, would not come back.</summary>
internal sealed class BoundedYamlParser(IParser inner) : IParser
{
    private const int MostLevels = 100;
    private int _level;

    public ParsingEvent? Current => inner.Current;

    /// <exception cref="YamlException">Not YAML, or nested too deep.</exception>
    public bool MoveNext()
    {
        var moved = inner.MoveNext();
        _level += moved ? inner.Current!.NestingIncrease : 0;
        return _level <= MostLevels ? moved : throw new YamlException(inner.Current!.Start, inner.Current.End, $"The document nests deeper than {MostLevels} levels.");
    }
}
