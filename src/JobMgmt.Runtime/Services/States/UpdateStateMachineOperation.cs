using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>UpdateStateMachine: executions that run go on with what they started with; those that start from now on take the new revision. One that changes nothing makes none.</summary>
internal sealed class UpdateStateMachineOperation(DefinitionCheck definitions, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.StateMachine(request);
        var (definition, roleArn) = (request.Text("definition"), request.Text("roleArn"));
        var publication = Publication.Read(request);
        var (logging, tracing) = (LoggingConfiguration.Read(request), LoggingConfiguration.ReadTracing(request));
        if (definition is null && roleArn is null && logging is null && tracing is null && request.Object("encryptionConfiguration") is null)
        {
            throw new ServiceException(
                "MissingRequiredParameter", "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified");
        }

        if (roleArn is not null)
        {
            RoleArn.Check(roleArn);
        }

        var now = time.GetUtcNow();
        return call.WriteAsync(connection =>
        {
            var machine = StateMachineStore.Find(connection, arn) ?? throw StatesErrors.StateMachineDoesNotExist(arn);
            if (machine.IsDeleting)
            {
                throw StatesErrors.StateMachineDeleting(arn);
            }

            if (definition is not null)
            {
                definitions.Enforce(definition, machine.Type);
            }

            LoggingConfiguration.CheckDestination(connection, logging);
            var old = machine.Revision;
            var revised = old with
            {
                Definition = definition ?? old.Definition, RoleArn = roleArn ?? old.RoleArn, Logging = logging ?? old.Logging, Tracing = tracing ?? old.Tracing,
            };
            if (revised != old)
            {
                StateMachineStore.Revise(connection, arn, revised with { RevisionId = Guid.NewGuid().ToString(), Updated = now });
                machine = StateMachineStore.Find(connection, arn)!;
            }

            var version = publication.IsAsked ? Publication.Publish(connection, machine, publication.Description, now) : null;
            return JsonObject.Of(
                ("updateDate", now.EpochSeconds()),
                ("revisionId", machine.Revision.RevisionId),
                ("stateMachineVersionArn", version?.Arn));
        });
    }
}
