using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns.Index;

/// <summary>What every value has for which a test holds: an index finds the test by it. Of other values some may have it too.</summary>
/// <param name="Kind">What is compared.</param>
/// <param name="Value">With what; a string for every kind but <see cref="IndexKeyKind.Whole"/>.</param>
internal sealed record IndexKey(IndexKeyKind Kind, JsonValue Value);
