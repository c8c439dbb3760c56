using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.Runtime.Services.States;

/// <summary>DescribeStateMachine, as it is now or as one of its versions keeps it.</summary>
internal sealed class DescribeStateMachineOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var reference = StatesArn.QualifiedStateMachine(request);
        var isBare = IncludedData.IsMetadataOnly(request);
        var (machine, revision, version) = database.Read(connection => Find(connection, reference));
        return Task.FromResult(JsonObject.Of(
            ("stateMachineArn", reference.Arn),
            ("name", machine.Name),
            ("status", machine.Status),
            ("definition", isBare ? "{}" : revision.Definition),
            ("roleArn", revision.RoleArn),
            ("type", machine.Type),
            ("creationDate", (version?.Created ?? machine.Created).EpochSeconds()),
            ("loggingConfiguration", revision.Logging),
            ("tracingConfiguration", revision.Tracing),
            ("revisionId", revision.RevisionId),
            ("description", version?.Description),
            ("encryptionConfiguration", JsonObject.Of(("type", "AWS_OWNED_KEY"))),
            ("variableReferences", isBare ? null : VariableReferences.Of((JsonObject)JsonValue.Parse(revision.Definition)))));
    }

    private static (StateMachineRecord Machine, StateMachineRevision Revision, VersionRecord? Version) Find(StoreConnection connection, StateMachineReference reference)
    {
        var machine = reference.Find(connection);
        var version = reference.Version is { } number ? VersionStore.Find(connection, machine.Arn, number)
            : reference.Alias is { } alias ? VersionStore.Find(connection, machine.Arn, AliasStore.Find(connection, machine.Arn, alias)!.Routes[0].Version)
            : null;
        return (machine, version is null ? machine.Revision : StateMachineStore.FindRevision(connection, version.Revision)!, version);
    }
}
