using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Wire;

/// <summary>Where EC2's wire names are not the model's: lists are singular in a request, and most elements of an answer are the model's name in camelCase, some are not.</summary>
internal static class Ec2Names
{
    private static readonly Dictionary<string, string> _requestLists = new()
    {
        ["InstanceId"] = "InstanceIds",
        ["ResourceId"] = "Resources",
        ["Filter"] = "Filters",
        ["Value"] = "Values",
        ["Tag"] = "Tags",
        ["TagSpecification"] = "TagSpecifications",
        ["SecurityGroup"] = "SecurityGroups",
        ["SecurityGroupId"] = "SecurityGroupIds",
        ["BlockDeviceMapping"] = "BlockDeviceMappings",
        ["NetworkInterface"] = "NetworkInterfaces",
    };

    private static readonly Dictionary<string, string> _elements = new()
    {
        ["Reservations"] = "reservationSet",
        ["Groups"] = "groupSet",
        ["SecurityGroups"] = "groupSet",
        ["Instances"] = "instancesSet",
        ["StartingInstances"] = "instancesSet",
        ["StoppingInstances"] = "instancesSet",
        ["TerminatingInstances"] = "instancesSet",
        ["Tags"] = "tagSet",
        ["BlockDeviceMappings"] = "blockDeviceMapping",
        ["PublicDnsName"] = "dnsName",
        ["PublicIpAddress"] = "ipAddress",
        ["StateTransitionReason"] = "reason",
    };

    /// <summary>A request with the model's names.</summary>
    public static JsonObject ToModel(JsonObject request) => new(request.Select(member => KeyValuePair.Create(
        member.Value is JsonArray && _requestLists.TryGetValue(member.Key, out var name) ? name : member.Key,
        member.Value switch
        {
            JsonObject nested => ToModel(nested),
            JsonArray list => new JsonArray(list.Select(item => item is JsonObject nested ? ToModel(nested) : item).ToArray()),
            var value => value,
        })));

    /// <summary>The element of a member of an answer.</summary>
    /// <param name="parent">What the member is in: the operation, or the member above.</param>
    /// <param name="name">The member.</param>
    public static string ToElement(string parent, string name) =>
        name == "State" && parent == "Instances" ? "instanceState"
        : _elements.TryGetValue(name, out var element) ? element
        : char.ToLowerInvariant(name[0]) + name[1..];
}
