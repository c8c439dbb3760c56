namespace JobMgmt.Cmdlets.JobNetworks.Files;

/// <summary>The form of a network's file.</summary>
public enum JobNetworkFileFormat
{
    /// <summary>YAML, for people and Git.</summary>
    Yaml,

    /// <summary>The definition in the Amazon States Language, as deployed.</summary>
    Asl,
}
