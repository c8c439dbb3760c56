using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>PublishStateMachineVersion of the current revision, which <c>revisionId</c> may name to be sure (<c>INITIAL</c>: the one it was created with).</summary>
internal sealed class PublishStateMachineVersionOperation(TimeProvider time) : IServiceOperation
{
    private const string Initial = "INITIAL";

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.StateMachine(request);
        var (revisionId, description) = (request.Text("revisionId"), request.Text("description"));
        var now = time.GetUtcNow();
        return call.WriteAsync(connection =>
        {
            var machine = StateMachineStore.Find(connection, arn) ?? throw StatesErrors.StateMachineDoesNotExist(arn);
            if (machine.IsDeleting)
            {
                throw StatesErrors.StateMachineDeleting(arn);
            }

            var current = machine.Revision.RevisionId ?? Initial;
            if (revisionId is not null && revisionId != current)
            {
                throw new ServiceException("ConflictException", $"The current revision of '{arn}' is {current}, not {revisionId}.");
            }

            var version = Publication.Publish(connection, machine, description, now);
            return JsonObject.Of(("creationDate", version.Created.EpochSeconds()), ("stateMachineVersionArn", version.Arn));
        });
    }
}
