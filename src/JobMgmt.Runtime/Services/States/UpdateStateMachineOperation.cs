using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>UpdateStateMachine: executions that run go on with what they started with; those that start from now on take the new revision.</summary>
internal sealed class UpdateStateMachineOperation(DefinitionCheck definitions, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.StateMachine(request);
        var (definition, roleArn) = (request.Text("definition"), request.Text("roleArn"));
        new Constraints().Length(definition, "definition", 1, DefinitionCheck.MostCharacters).Length(roleArn, "roleArn", 1, 256).Enforce();
        Publication.Refuse(request);
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

            var old = machine.Revision;
            var revision = new StateMachineRevision(
                0, Guid.NewGuid().ToString(), definition ?? old.Definition, roleArn ?? old.RoleArn, logging ?? old.Logging, tracing ?? old.Tracing, now);
            StateMachineStore.Revise(connection, arn, revision);
            return JsonObject.Of(("updateDate", now.EpochSeconds()), ("revisionId", revision.RevisionId));
        });
    }
}
