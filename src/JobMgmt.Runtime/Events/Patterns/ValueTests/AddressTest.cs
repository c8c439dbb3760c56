using JobMgmt.Runtime.Events.Patterns.Index;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns.ValueTests;

/// <summary>A string that is an IP address: the same address, however it is written.</summary>
/// <param name="address">The address, as <see cref="AddressText.Canonical"/> writes it.</param>
internal sealed class AddressTest(string address) : ValueTest
{
    public override IndexKey Key => new(IndexKeyKind.Address, new JsonString(address));

    public override bool Holds(JsonValue value) => value is JsonString text && AddressText.Canonical(text.Value) == address;
}
