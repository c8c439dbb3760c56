namespace JobMgmt.Cmdlets.Transformers;

/// <summary>What a parameter that takes networks does with an object that is of one run.</summary>
internal enum RunObjects
{
    /// <summary>It is taken for the run's network.</summary>
    TakenForNetworks,

    /// <summary>It is left to the parameter that takes runs by ARN; without an ARN it is refused.</summary>
    Left,

    /// <summary>It is refused, unless another parameter takes it.</summary>
    Refused,
}
