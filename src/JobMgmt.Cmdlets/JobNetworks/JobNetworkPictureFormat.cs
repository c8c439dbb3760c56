namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>What Show-JobNetwork writes.</summary>
public enum JobNetworkPictureFormat
{
    /// <summary>Lines of text for a terminal.</summary>
    Text,

    /// <summary>A Mermaid flowchart, for Markdown.</summary>
    Mermaid,

    /// <summary>Graphviz's language.</summary>
    Dot,

    /// <summary>An SVG document.</summary>
    Svg,
}
