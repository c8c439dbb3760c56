using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>The shapes of an IAM policy.</summary>
internal static class PolicyDocument
{
    internal static JsonObject Of(params JsonObject[] statements) => JsonObject.Of(("Version", "2012-10-17"), ("Statement", new JsonArray(statements)));

    internal static JsonObject Allow(string[] actions, string[] resources, JsonObject? condition = null) => JsonObject.Of(
        ("Effect", "Allow"), ("Action", Asl.Texts(actions)), ("Resource", Asl.Texts(resources)), ("Condition", condition));

    /// <summary>Lets a service assume a role, but only for resources of our account: without that, anyone's could (the confused deputy).</summary>
    internal static JsonObject Trust(string account, params (string Service, string[] SourceArns)[] services) => Of(services.Select(service => JsonObject.Of(
        ("Effect", "Allow"),
        ("Principal", JsonObject.Of(("Service", service.Service))),
        ("Action", "sts:AssumeRole"),
        ("Condition", JsonObject.Of(
            ("StringEquals", JsonObject.Of(("aws:SourceAccount", account))),
            ("ArnLike", JsonObject.Of(("aws:SourceArn", Asl.Texts(service.SourceArns)))))))).ToArray());
}
