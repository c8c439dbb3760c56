using System.Collections;
using System.Globalization;
using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Costs;

namespace JobMgmt.Cmdlets.JobNetworkCosts;

/// <summary>Reads what -Price says.</summary>
internal static class PriceTable
{
    private const string Members = "StateTransition, AutomationStep, ScriptSecond, Event, AsOf and Region";

    /// <summary>The prices: the defaults where nothing else is said.</summary>
    /// <exception cref="CmdletFailure">A member is unknown, or no price.</exception>
    public static CostPrices Read(IDictionary? given)
    {
        var prices = new CostPrices();
        foreach (DictionaryEntry entry in given ?? new Hashtable())
        {
            string name = LanguagePrimitives.ConvertTo<string>(entry.Key);
            prices = name.ToUpperInvariant() switch
            {
                "STATETRANSITION" => prices with { StateTransition = Price(name, entry.Value) },
                "AUTOMATIONSTEP" => prices with { AutomationStep = Price(name, entry.Value) },
                "SCRIPTSECOND" => prices with { ScriptSecond = Price(name, entry.Value) },
                "EVENT" => prices with { Event = Price(name, entry.Value) },
                "ASOF" => prices with { AsOf = Text(entry.Value) },
                "REGION" => prices with { Region = Text(entry.Value) },
                _ => throw new CmdletFailure(JobNetworkCostErrors.PriceInvalid(name, $"'{name}' is none of {Members}.")),
            };
        }

        // Prices of one's own are not those of the defaults' time.
        return given is { Count: > 0 } && prices.AsOf == new CostPrices().AsOf ? prices with { AsOf = $"{prices.AsOf}, with -Price" } : prices;
    }

    private static decimal Price(string name, object? value) =>
        LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out decimal price) && value is not null && price >= 0
            ? price : throw new CmdletFailure(JobNetworkCostErrors.PriceInvalid(name, $"'{value}' is no price in US dollars for {name}."));

    private static string Text(object? value) => LanguagePrimitives.ConvertTo<string>(value is PSObject { BaseObject: DateTime } or DateTime
        ? ((DateTime)(value is PSObject wrapped ? wrapped.BaseObject : value)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value);
}
