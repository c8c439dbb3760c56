using JobMgmt.Networks.Pictures;

namespace JobMgmt.Networks.Tests.Pictures;

/// <summary>Reads a picture in text as a person does, by following its lines: what it says is what it must have been told.</summary>
internal static class LanePictureReader
{
    private const string Marks = "●◇◎";
    private const string FromAbove = "│├┤┘└┴┼";
    private const string Across = "─╌";

    /// <summary>The lines as pairs of names.</summary>
    public static IReadOnlyList<(string From, string To)> Read(string text, int lanes)
    {
        var rows = text.Split('\n').Select(line => line.PadRight(lanes * 2)).ToArray();
        var owner = new string?[lanes];
        var found = new List<(string, string)>();
        for (var row = 0; row < rows.Length; row++)
        {
            var cells = Enumerable.Range(0, lanes).Select(lane => rows[row][2 * lane]).ToArray();
            var own = Array.FindIndex(cells, Marks.Contains);
            var name = rows[row][((2 * lanes) - 1)..].Trim().Split(' ')[0];
            if (owner[own] is { } above)
            {
                found.Add((above, name));
            }

            foreach (var step in new[] { -1, 1 })
            {
                for (var lane = own; lane + step >= 0 && lane + step < lanes && Across.Contains(rows[row][(2 * lane) + step]); lane += step)
                {
                    if ("├└┤┘┴┼".Contains(cells[lane + step]))
                    {
                        found.Add((owner[lane + step]!, name));
                    }
                }
            }

            owner[own] = name;
            for (var lane = 0; lane < lanes; lane++)
            {
                var goesOn = row + 1 < rows.Length && (FromAbove + Marks).Contains(rows[row + 1][2 * lane]) && (Marks + "│├┤┼").Contains(cells[lane]);
                owner[lane] = goesOn ? owner[lane] : null;
            }
        }

        return found;
    }
}
