using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>What requests about rules have in common: the name, the bus, tags.</summary>
internal static class RuleRequest
{
    /// <summary>The rule's name in a member, checked.</summary>
    public static string Name(JsonObject request, string member)
    {
        CheckBus(request);
        new Constraints().Required(request, member).Length(request.Text(member), member, 1, 64).Pattern(request.Text(member), member, @"[\.\-_A-Za-z0-9]+").Enforce();
        return request.Text(member)!;
    }

    public static EventRule Rule(StoreConnection store, string name) => EventStore.FindRule(store, name) ?? throw NoRule(name);

    /// <summary>The rule that an ARN names.</summary>
    public static EventRule RuleByArn(StoreConnection store, JsonObject request)
    {
        new Constraints().Required(request, "ResourceARN").Enforce();
        return Rule(store, request.Text("ResourceARN")!.Split('/')[^1]);
    }

    /// <summary>The runtime has the default bus alone.</summary>
    public static void CheckBus(JsonObject request)
    {
        var bus = request.Text("EventBusName");
        if (bus is not null && bus.Split('/')[^1] != "default")
        {
            throw new ServiceException("ResourceNotFoundException", $"Event bus {bus} does not exist.");
        }
    }

    /// <summary>Tags as the rule keeps them: one member a tag.</summary>
    public static JsonObject Tags(IEnumerable<JsonObject> tags) =>
        new(tags.Select(tag => KeyValuePair.Create(tag.Text("Key") ?? "", (JsonValue)(tag.Text("Value") ?? ""))));

    public static ServiceException NoRule(string name) => new("ResourceNotFoundException", $"Rule {name} does not exist on EventBus default.");
}
