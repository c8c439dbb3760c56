using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events;

/// <summary>A connection: how the requests to API destinations are authorized.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN, which has an id of its own: a connection that is made again is another one.</param>
/// <param name="Definition">Description, AuthorizationType and AuthParameters as they may be shown.</param>
/// <param name="Secrets">The AuthParameters that are not shown, encrypted.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Modified">When it was changed last.</param>
internal sealed record EventConnection(string Name, string Arn, JsonObject Definition, byte[] Secrets, DateTimeOffset Created, DateTimeOffset Modified)
{
    /// <summary>What ListConnections shows.</summary>
    public JsonObject Listed => JsonObject.Of(
        ("ConnectionArn", Arn),
        ("Name", Name),
        ("ConnectionState", "AUTHORIZED"),
        ("AuthorizationType", Definition["AuthorizationType"]),
        ("CreationTime", Created.EpochSeconds()),
        ("LastModifiedTime", Modified.EpochSeconds()),
        ("LastAuthorizedTime", Modified.EpochSeconds()));

    /// <summary>What DescribeConnection shows.</summary>
    public JsonObject Described => Definition.Aggregate(Listed, (all, member) => all.With(member.Key, member.Value));

    /// <summary>What the operations that change it answer.</summary>
    public JsonObject Answer(string state) => JsonObject.Of(
        ("ConnectionArn", Arn), ("ConnectionState", state), ("CreationTime", Created.EpochSeconds()), ("LastModifiedTime", Modified.EpochSeconds()));
}
