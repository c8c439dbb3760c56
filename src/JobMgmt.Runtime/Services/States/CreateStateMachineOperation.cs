using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>
/// CreateStateMachine. Called again with the same name, definition text, type, logging and tracing it answers the first call's answer, whatever the role and tags;
/// with another one it is refused (StateMachineAlreadyExists).
/// </summary>
internal sealed class CreateStateMachineOperation(RuntimeIdentity identity, DefinitionCheck definitions, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var (definition, roleArn, type) = (request.Text("definition"), request.Text("roleArn"), request.Text("type") ?? "STANDARD");
        var name = ResourceName.Read(request)!;
        var publication = Publication.Read(request);
        RoleArn.Check(roleArn!);
        var logging = LoggingConfiguration.Read(request) ?? LoggingConfiguration.Off;
        var tracing = LoggingConfiguration.ReadTracing(request) ?? LoggingConfiguration.NoTracing;
        var tags = Tags.Read(request);
        definitions.Enforce(definition!, type);

        var (arn, now) = (identity.Arn("states", $"stateMachine:{name}"), time.GetUtcNow());
        return call.WriteAsync(connection =>
        {
            if (StateMachineStore.Find(connection, arn) is { } there)
            {
                return IsSame(there, definition!, type, logging, tracing) && Published(connection, there, publication) is var (isSame, version) && isSame
                    ? Answer(there, version)
                    : throw StatesErrors.StateMachineAlreadyExists(arn);
            }

            LoggingConfiguration.CheckDestination(connection, logging);
            var machine = new StateMachineRecord(arn, name, type, "ACTIVE", now, new StateMachineRevision(0, null, definition!, roleArn!, logging, tracing, now));
            StateMachineStore.Add(connection, machine);
            Tags.Set(connection, arn, tags);
            return Answer(machine, publication.IsAsked ? Publication.Publish(connection, StateMachineStore.Find(connection, arn)!, publication.Description, now) : null);
        });
    }

    private static bool IsSame(StateMachineRecord there, string definition, string type, JsonObject logging, JsonObject tracing) =>
        there.IsDeleting ? throw StatesErrors.StateMachineDeleting(there.Arn)
        : there.Revision.Definition == definition && there.Type == type && there.Revision.Logging.Equals(logging) && there.Revision.Tracing.Equals(tracing);

    /// <summary>Whether the call again asks for what is there of versions too, and the version that it published.</summary>
    private static (bool IsSame, VersionRecord? Version) Published(StoreConnection connection, StateMachineRecord there, Publication publication)
    {
        var version = publication.IsAsked ? VersionStore.OfRevision(connection, there.Arn, there.Revision.Key) : null;
        return (!publication.IsAsked || (version is not null && version.Description == publication.Description), version);
    }

    private static JsonObject Answer(StateMachineRecord machine, VersionRecord? version) => JsonObject.Of(
        ("stateMachineArn", machine.Arn),
        ("creationDate", machine.Created.EpochSeconds()),
        ("stateMachineVersionArn", version?.Arn));
}
