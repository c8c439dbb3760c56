using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Services.Validation;
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
        new Constraints().Required(request, "name").Required(request, "definition").Length(definition, "definition", 1, DefinitionCheck.MostCharacters)
            .Required(request, "roleArn").Length(roleArn, "roleArn", 1, 256).OneOf(type, "type", "STANDARD", "EXPRESS").Enforce();
        var name = ResourceName.Read(request)!;
        Publication.Refuse(request);
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
                return IsSame(there, definition!, type, logging, tracing) ? Answer(there) : throw StatesErrors.StateMachineAlreadyExists(arn);
            }

            var machine = new StateMachineRecord(arn, name, type, "ACTIVE", now, new StateMachineRevision(0, null, definition!, roleArn!, logging, tracing, now));
            StateMachineStore.Add(connection, machine);
            Tags.Set(connection, arn, tags);
            return Answer(machine);
        });
    }

    private static bool IsSame(StateMachineRecord there, string definition, string type, JsonObject logging, JsonObject tracing) =>
        there.IsDeleting ? throw StatesErrors.StateMachineDeleting(there.Arn)
        : there.Revision.Definition == definition && there.Type == type && there.Revision.Logging.Equals(logging) && there.Revision.Tracing.Equals(tracing);

    private static JsonObject Answer(StateMachineRecord machine) =>
        JsonObject.Of(("stateMachineArn", machine.Arn), ("creationDate", machine.Created.EpochSeconds()));
}
