using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Paths.Segments;

/// <summary>One step of a path.</summary>
internal abstract class PathSegment
{
    /// <summary>Whether it finds at most one value.</summary>
    public abstract bool IsDefinite { get; }

    /// <summary>Whether a Reference Path may have it.</summary>
    public virtual bool IsReference => false;

    /// <summary>The one value a definite segment finds, or null where there is none.</summary>
    public virtual JsonValue? Find(JsonValue at) => throw new NotSupportedException("Not definite.");

    /// <summary>Adds all that it finds; the root is what <c>$</c> means inside filters.</summary>
    public virtual void Collect(JsonValue at, JsonValue root, List<JsonValue> found)
    {
        if (Find(at) is { } value)
        {
            found.Add(value);
        }
    }
}
