using System.Collections.Concurrent;
using System.Globalization;

namespace JobMgmt.Runtime.Tests.Chaos;

/// <summary>What was checked, how often, and what did not hold.</summary>
internal sealed class ChaosReport
{
    private const int MostShown = 30;
    private readonly ConcurrentDictionary<string, int> _checked = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _broken = new();

    public bool IsClean => _broken.IsEmpty;

    /// <summary>What did not hold, the first of it.</summary>
    public string Broken => string.Join('\n', _broken.Take(MostShown)) + (_broken.Count > MostShown ? $"\n… and {_broken.Count - MostShown} more" : "");

    /// <summary>Counts one check of an invariant.</summary>
    /// <param name="invariant">The invariant, in words: a row of the table.</param>
    /// <param name="holds">Whether it held here.</param>
    /// <param name="detail">What was found where it did not.</param>
    public void Expect(string invariant, bool holds, Func<string> detail)
    {
        _checked.AddOrUpdate(invariant, 1, (_, count) => count + 1);
        if (!holds)
        {
            _broken.Enqueue($"{invariant}: {detail()}");
        }
    }

    /// <summary>Counts something that was done.</summary>
    public void Count(string what, int count = 1) => _checked.AddOrUpdate(what, count, (_, before) => before + count);

    /// <summary>A row for each invariant.</summary>
    public override string ToString() =>
        string.Join('\n', _checked.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Value,9:N0}  {row.Key}")));
}
