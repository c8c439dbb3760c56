using System.Globalization;
using JobMgmt.Runtime.Services.Ec2;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Instances;

/// <summary>DescribeInstanceInformation: the workers that are online. A stopped one is not a managed node; MaxResults 5 to 50, 10 where it is absent.</summary>
internal sealed class DescribeInstanceInformationOperation(Database database, LocalMachine machine, TimeProvider time) : IServiceOperation
{
    private const string AgentVersion = "3.3.0.0";

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var most = request.Number("MaxResults");
        new Constraints().Range(most, "maxResults", 5, 50).Enforce();
        var filters = request.Objects("Filters").Select(filter => (filter.Text("Key") ?? "", filter.Texts("Values")))
            .Concat(request.Objects("InstanceInformationFilterList").Select(filter => (filter.Text("key") ?? "", filter.Texts("valueSet"))))
            .Select(filter => NodeFilter.Of(filter.Item1, filter.Item2, machine)).ToArray();
        var start = 0;
        if (request.Text("NextToken") is { } token && !int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out start))
        {
            throw new ServiceException("InvalidNextToken", "The specified token isn't valid.");
        }

        var found = database.Read(store => InstanceStore.List(store, DateTimeOffset.MaxValue))
            .Where(instance => instance.IsOnline && Array.TrueForAll(filters, filter => filter(instance))).ToArray();
        var shown = found.Skip(start).Take((int)(most ?? 10)).ToArray();
        var next = start + shown.Length;
        return Task.FromResult(JsonObject.Of(
            ("InstanceInformationList", new JsonArray(shown.Select(Describe))),
            ("NextToken", next < found.Length ? next.ToString(CultureInfo.InvariantCulture) : (JsonValue?)null)));
    }

    private JsonValue Describe(InstanceRecord instance) => JsonObject.Of(
        ("InstanceId", instance.Id),
        ("PingStatus", "Online"),
        ("LastPingDateTime", time.GetUtcNow().EpochSeconds()),
        ("AgentVersion", AgentVersion),
        ("IsLatestVersion", true),
        ("PlatformType", machine.PlatformType),
        ("PlatformName", machine.PlatformName),
        ("PlatformVersion", machine.PlatformVersion),
        ("ResourceType", "EC2Instance"),
        ("IPAddress", machine.Address),
        ("ComputerName", machine.ComputerName),
        ("SourceId", instance.Id),
        ("SourceType", "AWS::EC2::Instance"));
}
