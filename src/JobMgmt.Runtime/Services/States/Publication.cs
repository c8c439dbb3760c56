using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>Publishing versions: by PublishStateMachineVersion, or by the <c>publish</c> flag of CreateStateMachine and UpdateStateMachine.</summary>
/// <param name="IsAsked">Whether the request publishes.</param>
/// <param name="Description">The version's description.</param>
internal sealed record Publication(bool IsAsked, string? Description)
{
    private const int MostVersions = 1000;

    /// <summary>Reads <c>publish</c> and <c>versionDescription</c>.</summary>
    public static Publication Read(JsonObject request)
    {
        var (publish, description) = (request.Flag("publish") ?? false, request.Text("versionDescription"));
        return !publish && description is not null
            ? throw new ServiceException("ValidationException", "Version description can only be set when publish is true")
            : new Publication(publish, description);
    }

    /// <summary>Publishes a machine's current revision. One that is published already keeps its number and description.</summary>
    public static VersionRecord Publish(StoreConnection connection, StateMachineRecord machine, string? description, DateTimeOffset now) =>
        VersionStore.OfRevision(connection, machine.Arn, machine.Revision.Key) is { } there ? there
        : VersionStore.Count(connection, machine.Arn) < MostVersions ? VersionStore.Add(connection, machine.Arn, machine.Revision.Key, description, now)
        : throw new ServiceException("ServiceQuotaExceededException", $"A state machine has at most {MostVersions} versions: '{machine.Arn}'");
}
