using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Files;

/// <summary>How a sort of value is written in a file, read from it, and described in the schema.</summary>
/// <param name="Write">The value as JSON.</param>
/// <param name="Read">The value of a node; it throws <see cref="FileFaultException"/> where there is none, or tells the scope and leaves a part out.</param>
/// <param name="Schema">Its JSON Schema.</param>
internal sealed record FileKind<T>(Func<T, JsonValue> Write, Func<FileNode, FileScope, T> Read, JsonObject Schema);
