using JobMgmt.StatesLanguage.Paths;

namespace JobMgmt.StatesLanguage.Model;

/// <summary>The value of InputPath, OutputPath or ResultPath.</summary>
/// <param name="Path">The path; null for JSON <c>null</c>: an empty object for InputPath and OutputPath, "drop the result" for ResultPath.</param>
public sealed record StatePath(JsonPath? Path);
