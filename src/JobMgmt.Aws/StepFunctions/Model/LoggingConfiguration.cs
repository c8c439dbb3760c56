using Amazon;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>A state machine's logging.</summary>
public sealed class LoggingConfiguration
{
    /// <summary>Which events are logged.</summary>
    public LogLevel? Level { get; set; }

    /// <summary>True to include inputs and outputs.</summary>
    public bool? IncludeExecutionData { get; set; }

    /// <summary>Where the log goes; one log group.</summary>
    public List<LogDestination>? Destinations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
