using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Triggers;

/// <summary>The rule of the default event bus that a trigger with an event needs; it starts StartNetwork.</summary>
/// <param name="Name">Its name.</param>
/// <param name="EventPattern">What it waits for.</param>
/// <param name="InputPaths">What its target takes from the event, by name.</param>
/// <param name="InputTemplate">What StartNetwork is given, with these names in it.</param>
public sealed record TriggerRule(string Name, JsonObject EventPattern, IReadOnlyDictionary<string, string> InputPaths, string InputTemplate);
