using JobMgmt.Runtime.Events.Patterns.Index;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns.ValueTests;

/// <summary>One entry of a pattern's array: a test of one value.</summary>
internal abstract class ValueTest
{
    /// <summary>Whether it holds where the event has no such field. Only <c>exists: false</c> does.</summary>
    public virtual bool HoldsForAbsent => false;

    /// <summary>What every value has for which it holds; null where no such thing can be told.</summary>
    public virtual IndexKey? Key => null;

    /// <summary>Whether it holds for a value, which is no array and no object.</summary>
    public abstract bool Holds(JsonValue value);
}
