using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Store;

/// <summary>A command: what SendCommand was asked, and how far it is.</summary>
/// <param name="Id">The store's own number; later commands have higher ones.</param>
/// <param name="CommandId">The id that the API shows.</param>
/// <param name="DocumentName">The document.</param>
/// <param name="Request">SendCommand's members as they came.</param>
/// <param name="Requested">When it came.</param>
/// <param name="DeliverUntil">Until when a node must have taken it.</param>
/// <param name="Expires">DeliverUntil and the execution timeout.</param>
/// <param name="MaxConcurrency">How many nodes run it at once.</param>
/// <param name="MaxErrors">How many may fail before no further one is started.</param>
/// <param name="Status">Pending, InProgress, Success, Cancelled, Failed, TimedOut, Cancelling.</param>
/// <param name="StatusDetails">The same, or more exact.</param>
internal sealed record CommandRecord(
    long Id,
    string CommandId,
    string DocumentName,
    JsonObject Request,
    DateTimeOffset Requested,
    DateTimeOffset DeliverUntil,
    DateTimeOffset Expires,
    long MaxConcurrency,
    long MaxErrors,
    string Status,
    string StatusDetails);
