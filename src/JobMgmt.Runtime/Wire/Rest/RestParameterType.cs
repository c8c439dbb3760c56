namespace JobMgmt.Runtime.Wire.Rest;

/// <summary>What a query parameter's text stands for.</summary>
internal enum RestParameterType
{
    Text,
    Number,

    /// <summary>A list of texts: the parameter comes once for each.</summary>
    Texts,
}
