using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns;

/// <summary>A leaf of an event: a value that is no array or object, and the array elements that it stands in.</summary>
internal readonly record struct EventField(JsonValue Value, ArrayElements Elements);
