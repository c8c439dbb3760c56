using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns.ValueTests;

/// <summary><c>exists</c>: the field is there as a leaf, or is not there.</summary>
internal sealed class ExistsTest(bool wanted) : ValueTest
{
    public override bool HoldsForAbsent => !wanted;

    public override bool Holds(JsonValue value) => wanted;
}
