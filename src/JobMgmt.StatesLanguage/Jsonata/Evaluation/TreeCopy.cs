using System.Runtime.CompilerServices;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Evaluation;

/// <summary>A copy of a value whose objects are all new, and which knows them.</summary>
internal sealed class TreeCopy
{
    private readonly HashSet<JsonObject> _made = new(ReferenceComparer.Instance);

    /// <summary>Whether an object is one of the copy's.</summary>
    public bool Has(JsonObject value) => _made.Contains(value);

    public JsonValue? Copy(JsonValue? value)
    {
        switch (value)
        {
            case JsonArray array:
                RuntimeHelpers.EnsureSufficientExecutionStack();
                return new JsonataArray(array.Select(item => Copy(item)!).ToList());
            case JsonObject obj:
                RuntimeHelpers.EnsureSufficientExecutionStack();
                var copy = new JsonObject(obj.Select(member => new KeyValuePair<string, JsonValue>(member.Key, Copy(member.Value)!)));
                _made.Add(copy);
                return copy;
            default:
                return value;
        }
    }

    private sealed class ReferenceComparer : IEqualityComparer<JsonObject>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals(JsonObject? x, JsonObject? y) => ReferenceEquals(x, y);

        public int GetHashCode(JsonObject obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
