using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services;

/// <summary>
/// The call that an operation answers. An operation that starts or changes something does so in one <see cref="WriteAsync"/>: where the call is an effect of an
/// execution or automation, its answer is recorded in the same transaction, so a restart never makes the call twice.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="requestId">Shown as <c>x-amzn-RequestId</c>.</param>
/// <param name="record">For an effect: writes the answer down in the operation's own transaction.</param>
/// <param name="aborted">The client went away, or the runtime stops.</param>
internal sealed class CallContext(Database database, string requestId, Action<StoreConnection, JsonObject>? record, CancellationToken aborted)
{
    /// <summary>Whether an execution or automation makes the call, not a client.</summary>
    public bool IsEffect => record is not null;

    public string RequestId { get; } = requestId;

    public CancellationToken Aborted { get; } = aborted;

    /// <summary>What a REST client streams; null where the call came in another form.</summary>
    public CallPayload? Payload { get; init; }

    /// <summary>Runs the change in a transaction; the response is returned once it is on disk.</summary>
    public Task<JsonObject> WriteAsync(Func<StoreConnection, JsonObject> change) =>
        database.WriteAsync(connection =>
        {
            var response = change(connection);
            record?.Invoke(connection, response);
            return response;
        });

    /// <summary>As <see cref="WriteAsync(Func{StoreConnection, JsonObject})"/>, for a change that may find nothing to do: it answers null then, and the call is not answered yet.</summary>
    public Task<JsonObject?> TryWriteAsync(Func<StoreConnection, JsonObject?> change) =>
        database.WriteAsync(connection =>
        {
            if (change(connection) is not { } response)
            {
                return null;
            }

            record?.Invoke(connection, response);
            return response;
        });

    /// <summary>As <see cref="WriteAsync"/>, for operations whose response has no members.</summary>
    public Task<JsonObject> WriteAsync(Action<StoreConnection> change) =>
        WriteAsync(connection =>
        {
            change(connection);
            return JsonObject.Empty;
        });
}
