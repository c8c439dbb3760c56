using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Notifications;

/// <summary>What was owed to an endpoint when the runtime was killed reaches it afterwards, each event.</summary>
public sealed class KilledDeliveryTests : IDisposable
{
    private const int Events = 20;
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;

    public void Dispose() => ScratchFolder.Delete(_folder);

    [Fact]
    public async Task Requests_GoOn_AfterAKill()
    {
        using var endpoint = new WebhookListener(503);
        using (var killed = await RuntimeProcess.StartAsync(_folder))
        {
            await Target(killed, endpoint.Address);
            await killed.CallAsync("events", "PutEvents", ("Entries", Entries(0)));
            await killed.CallAsync("events", "PutEvents", ("Entries", Entries(10)));
            killed.Kill();
        }

        using var runtime = await RuntimeProcess.StartAsync(_folder);
        endpoint.Answer(200); // not before: what was taken, and not yet recorded as taken, is rightly sent again

        int[] taken = [];
        // Each at least once, as on AWS: what a busy machine takes longer to answer than the five seconds that there are is sent again.
        await Eventually.IsTrueAsync(() => (taken = [.. endpoint.Requests.Where(request => request.Status == 200).Select(Number).Distinct().Order()]).Length >= Events);
        Assert.Equal(Enumerable.Range(0, Events), taken);
    }

    private static int Number(WebhookRequest request) => int.Parse(
        ((JsonNumber)((JsonObject)((JsonObject)JsonValue.Parse(request.Body))["detail"]!)["n"]!).Text, System.Globalization.CultureInfo.InvariantCulture);

    private static JsonArray Entries(int first) => new(Enumerable.Range(first, 10).Select(n =>
        (JsonValue)JsonObject.Of(("Source", "test"), ("DetailType", "Test"), ("Detail", JsonObject.Of(("n", n)).ToString()))));

    private static async Task Target(RuntimeProcess runtime, string address)
    {
        var connection = await runtime.CallAsync("events", "CreateConnection", ("Name", "c"), ("AuthorizationType", "BASIC"), ("AuthParameters", JsonValue.Parse(
            """{"BasicAuthParameters":{"Username":"u","Password":"p"}}""")));
        var destination = await runtime.CallAsync(
            "events", "CreateApiDestination", ("Name", "d"), ("ConnectionArn", connection["ConnectionArn"]), ("InvocationEndpoint", address), ("HttpMethod", "POST"));
        await runtime.CallAsync("events", "PutRule", ("Name", "r"), ("EventPattern", """{"source":["test"]}"""));
        await runtime.CallAsync("events", "PutTargets", ("Rule", "r"), ("Targets", new JsonArray([JsonObject.Of(("Id", "d"), ("Arn", destination["ApiDestinationArn"]), ("RoleArn", StatesDriver.Role))])));
    }
}
