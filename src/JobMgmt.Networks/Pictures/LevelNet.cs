namespace JobMgmt.Networks.Pictures;

/// <summary>A picture's jobs on levels, with a node more on every level that a line passes: so each part of a line leads from a level to the next.</summary>
internal sealed class LevelNet
{
    private readonly List<int> _level;
    private readonly List<List<int>> _up;
    private readonly List<List<int>> _down;

    private LevelNet(IEnumerable<int> level)
    {
        _level = level.ToList();
        _up = _level.Select(_ => new List<int>()).ToList();
        _down = _level.Select(_ => new List<int>()).ToList();
    }

    /// <summary>The level of each node; the jobs are the first nodes, by number.</summary>
    public IReadOnlyList<int> Level => _level;

    /// <summary>Each line as its nodes, from the job that comes first.</summary>
    public List<IReadOnlyList<int>> Lines { get; } = new();

    /// <summary>The neighbours of a node on the level above it.</summary>
    public IReadOnlyList<int> Up(int node) => _up[node];

    /// <summary>The neighbours of a node on the level below it.</summary>
    public IReadOnlyList<int> Down(int node) => _down[node];

    public static LevelNet Of(NetworkPicture picture)
    {
        var net = new LevelNet(Levels.Of(picture));
        for (var job = 0; job < picture.Jobs.Count; job++)
        {
            foreach (var first in picture.Jobs[job].After)
            {
                var line = new List<int> { first };
                for (var level = net._level[first] + 1; level < net._level[job]; level++)
                {
                    net._level.Add(level);
                    net._up.Add(new List<int>());
                    net._down.Add(new List<int>());
                    line.Add(net._level.Count - 1);
                }

                line.Add(job);
                for (var i = 1; i < line.Count; i++)
                {
                    net._up[line[i]].Add(line[i - 1]);
                    net._down[line[i - 1]].Add(line[i]);
                }

                net.Lines.Add(line);
            }
        }

        return net;
    }
}
