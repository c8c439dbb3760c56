using System.Text;
using JobMgmt.Networks.Runs;

namespace JobMgmt.Networks.Pictures;

/// <summary>The style sheet of an SVG picture; every rule is below the picture's own class, since a page that has the picture in it shares its styles.</summary>
internal static class SvgStyle
{
    private const string Light = """
        .jobnetwork{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;text-anchor:middle}
        .jobnetwork .ground{fill:#ffffff}
        .jobnetwork text{fill:#1b1f24}
        .jobnetwork .title{font-size:15px;font-weight:bold}
        .jobnetwork .status{font-size:11px}
        .jobnetwork .on{font-size:10px;text-anchor:start;fill:#59636e}
        .jobnetwork .line{fill:none;stroke:#59636e;stroke-width:1.3}
        .jobnetwork .dashed{stroke-dasharray:5 4}
        .jobnetwork .tip{fill:#59636e}
        .jobnetwork .job rect{fill:#f6f8fa;stroke:#59636e;stroke-width:1.3}

        """;

    private const string Dark = """
        .jobnetwork .ground{fill:#0d1117}
        .jobnetwork text{fill:#f0f6fc}
        .jobnetwork .on{fill:#9198a1}
        .jobnetwork .line{stroke:#9198a1}
        .jobnetwork .tip{fill:#9198a1}
        .jobnetwork .job rect{fill:#151b23;stroke:#9198a1}

        """;

    public static string Of(NetworkPicture picture)
    {
        var style = new StringBuilder("<style>\n").Append(Light.Replace("\r\n", "\n"));
        foreach (var status in PictureWords.Statuses(picture))
        {
            var colour = StatusColour.Of(status);
            style.Append($".jobnetwork .job.{status} rect{{fill:{colour.Fill};stroke:{colour.Line}{(colour.Dashed ? ";stroke-dasharray:4 3" : "")}}}\n");
        }

        style.Append("@media (prefers-color-scheme:dark){\n").Append(Dark.Replace("\r\n", "\n"));
        foreach (var status in PictureWords.Statuses(picture))
        {
            var colour = StatusColour.Of(status);
            style.Append($".jobnetwork .job.{status} rect{{fill:{colour.DarkFill};stroke:{colour.DarkLine}}}\n");
        }

        return style.Append("}\n</style>\n").ToString();
    }
}
