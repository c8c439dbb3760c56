using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events;

/// <summary>An API destination: an HTTP endpoint that can be a rule's target.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN, which has an id of its own.</param>
/// <param name="Definition">Description, ConnectionArn, InvocationEndpoint, HttpMethod, InvocationRateLimitPerSecond.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Modified">When it was changed last.</param>
internal sealed record ApiDestination(string Name, string Arn, JsonObject Definition, DateTimeOffset Created, DateTimeOffset Modified)
{
    public string ConnectionArn => Definition.Text("ConnectionArn")!;

    public string Endpoint => Definition.Text("InvocationEndpoint")!;

    public string Method => Definition.Text("HttpMethod")!;

    /// <summary>What DescribeApiDestination shows.</summary>
    public JsonObject Described => Definition.Aggregate(
        JsonObject.Of(("Name", Name)).With("ApiDestinationArn", Arn).With("ApiDestinationState", "ACTIVE")
            .With("CreationTime", Created.EpochSeconds()).With("LastModifiedTime", Modified.EpochSeconds()),
        (all, member) => all.With(member.Key, member.Value));

    /// <summary>What ListApiDestinations shows.</summary>
    public JsonObject Listed => Described.Without("Description");

    /// <summary>What the operations that change it answer.</summary>
    public JsonObject Answer => JsonObject.Of(
        ("ApiDestinationArn", Arn), ("ApiDestinationState", "ACTIVE"), ("CreationTime", Created.EpochSeconds()), ("LastModifiedTime", Modified.EpochSeconds()));
}
