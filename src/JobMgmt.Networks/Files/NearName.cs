namespace JobMgmt.Networks.Files;

/// <summary>Finds the name that somebody probably meant.</summary>
internal static class NearName
{
    /// <summary>The known name with the fewest changes of letters, case aside; null where none is near.</summary>
    internal static string? Find(string name, IEnumerable<string> known) => known
        .Select(candidate => (Name: candidate, Changes: Changes(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(candidate => candidate.Changes <= Math.Max(1, candidate.Name.Length / 3))
        .OrderBy(candidate => candidate.Changes)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    private static int Changes(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
