using JobMgmt.Networks.Runs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Runs;

public sealed class RunTriggerTests
{
    [Theory]
    [InlineData("""{"tags":{},"Trigger":{"Name":"cron","DueTime":"2026-11-28T18:00:00Z","BusinessDate":"2026-11-29"}}""", "cron 2026-11-28T18:00:00Z 2026-11-29")]
    [InlineData("""{"Trigger":{"Name":"path","DueTime":"2026-11-28T18:00:00Z"}}""", "path 2026-11-28T18:00:00Z ")]
    [InlineData("""{"Trigger":{"Name":"t","DueTime":"tonight","BusinessDate":7}}""", "t  ")]
    [InlineData("""{"Trigger":{"DueTime":"2026-11-28T18:00:00Z"}}""", null)]
    [InlineData("""{"Trigger":"a worker tag"}""", null)]
    [InlineData("""{"role":"x"}""", null)]
    [InlineData("[]", null)]
    public void IsReadFromTheInput(string input, string? expected)
    {
        var trigger = RunTrigger.Read(JsonValue.Parse(input));

        Assert.Equal(expected, trigger is null ? null : FormattableString.Invariant($"{trigger.Name} {trigger.DueTime?.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} {trigger.BusinessDate:yyyy-MM-dd}"));
    }
}
