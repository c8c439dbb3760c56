using System.Globalization;

namespace JobMgmt.Networks.Crontabs;

/// <summary>Makes names distinct: the second <c>load</c> is <c>load-2</c>.</summary>
internal sealed class DistinctNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    internal string Take(string name)
    {
        var distinct = name;
        for (var i = 2; !_taken.Add(distinct); i++)
        {
            distinct = $"{name}-{i.ToString(CultureInfo.InvariantCulture)}";
        }

        return distinct;
    }
}
