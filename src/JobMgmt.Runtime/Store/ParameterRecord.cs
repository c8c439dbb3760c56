namespace JobMgmt.Runtime.Store;

/// <summary>One version of a parameter.</summary>
/// <param name="Value">UTF-8; encrypted where the type is SecureString.</param>
internal sealed record ParameterRecord(
    string Name,
    long Version,
    string Type,
    byte[] Value,
    string? Description,
    string? AllowedPattern,
    string DataType,
    string Tier,
    string? KeyId,
    DateTimeOffset Modified);
