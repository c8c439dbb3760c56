using System.Globalization;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>What an ItemSelector reads besides the item, kept from when the state was entered.</summary>
/// <param name="At">The instant: what <c>$now()</c> tells.</param>
/// <param name="Input">The effective input.</param>
/// <param name="Context">The context object, without <c>Map</c>.</param>
/// <param name="Variables">The variables.</param>
/// <param name="Seed">What is random is drawn from it.</param>
/// <param name="SeedHigh">64 bits more of it.</param>
public sealed record MapRunEnvironment(DateTimeOffset At, JsonValue Input, JsonObject Context, JsonObject Variables, ulong Seed, ulong SeedHigh)
{
    internal JsonObject ToJson() => JsonObject.Of(
        ("at", At.ToUnixTimeMilliseconds()),
        ("input", Input),
        ("context", Context),
        ("variables", Variables),
        ("seed", Seed.ToString("x", CultureInfo.InvariantCulture)),
        ("seedHigh", SeedHigh.ToString("x", CultureInfo.InvariantCulture)));

    internal static MapRunEnvironment FromJson(JsonObject source) => new(
        DateTimeOffset.FromUnixTimeMilliseconds(PlanJson.Number(source["at"])),
        source["input"]!,
        (JsonObject)source["context"]!,
        (JsonObject)source["variables"]!,
        Hex(source["seed"]),
        Hex(source["seedHigh"]));

    private static ulong Hex(JsonValue? value) => ulong.Parse(PlanJson.Text(value)!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
