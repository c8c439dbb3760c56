using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Scenarios;

public sealed class SuspensionScenarios
{
    private const string Item = """
        {"Item":{"Lock":{"S":"suspend#nightly"},"Periods":{"M":{
            "a":{"M":{"From":{"S":"2026-12-30T21:00:00Z"},"Until":{"S":"2026-12-31T21:00:00Z"},"Reason":{"S":"move"},"By":{"S":"ann"},"At":{"S":"2026-11-28T12:00:00Z"}}},
            "b":{"M":{"From":{"S":"2027-02-01T00:00:00Z"},"Reason":{"S":""},"By":{"S":"ann"},"At":{"S":"2026-11-28T12:00:00Z"}}}}}}}
        """;

    [Theory]
    [InlineData(Item, "2026-12-30T20:59:59Z", null)]
    [InlineData(Item, "2026-12-30T21:00:00Z", "move")]
    [InlineData(Item, "2026-12-31T20:59:59.999Z", "move")]
    [InlineData(Item, "2026-12-31T21:00:00Z", null)]
    [InlineData(Item, "2027-02-01T00:00:00Z", "")]
    [InlineData("{}", "2027-02-01T00:00:00Z", null)]
    [InlineData("""{"Item":{"Lock":{"S":"suspend#nightly"},"Periods":{"M":{}}}}""", "2027-02-01T00:00:00Z", null)]
    public void Suspension_HoldsWhatIsDueInIt(string item, string due, string? reason)
    {
        var machine = JsonObject.Of(
            ("QueryLanguage", "JSONata"),
            ("StartAt", "Ask"),
            ("States", JsonObject.Of(("Ask", JsonObject.Of(
                ("Type", "Task"),
                ("Resource", SuspensionTable.Resource(Samples.Names)),
                ("Arguments", SuspensionTable.Arguments(Samples.Names, "$states.input.Network")),
                ("Output", "{% {'Hold': " + SuspensionTable.Hold("$states.input.Due") + "} %}"),
                ("End", true))))));

        var run = new MachineRun().Succeeds("Ask", item).Run(machine, $$"""{"Network":"nightly","Due":"{{due}}"}""");

        Assert.Equal("""{"Lock":{"S":"suspend#nightly"}}""", run.Parameters("Ask")["Key"]!.ToString());
        Assert.Equal(reason is null ? "{}" : $$$"""{"Hold":{"Reason":"{{{reason}}}","By":"ann"}}""", run.Outcome!.Output!.ToString());
    }
}
