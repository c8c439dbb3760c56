using JobMgmt.Networks.Definitions;

namespace JobMgmt.Networks.Pictures;

/// <summary>The characters of a picture in text.</summary>
public sealed class TextGlyphs
{
    // Index: 1 up, 2 down, 4 left, 8 right.
    private readonly string _joints;
    private readonly string _jobs;

    private TextGlyphs(string joints, char dashed, string jobs, string ellipsis)
    {
        _joints = joints;
        Dashed = dashed;
        _jobs = jobs;
        Ellipsis = ellipsis;
    }

    /// <summary>Lines as box drawing characters.</summary>
    public static TextGlyphs Unicode { get; } = new(" │││─┘┐┤─└┌├─┴┬┼", '╌', "●◇◎", "…");

    /// <summary>Lines in ASCII.</summary>
    public static TextGlyphs Ascii { get; } = new(" |||-+++-+++-+++", '.', "*!@", "~");

    /// <summary>All of its characters, to find out whether an encoding has them.</summary>
    public string All => _joints + Dashed + _jobs + Ellipsis;

    /// <summary>The sideways line to a job that does not just run on success.</summary>
    public char Dashed { get; }

    /// <summary>What stands for the rest of a text that is cut.</summary>
    public string Ellipsis { get; }

    /// <summary>A job's mark.</summary>
    public char Job(JobRunOn runOn) => _jobs[(int)runOn];

    /// <summary>The character where lines meet.</summary>
    public char Joint(bool up, bool down, bool left, bool right) => _joints[(up ? 1 : 0) + (down ? 2 : 0) + (left ? 4 : 0) + (right ? 8 : 0)];
}
