using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services;

/// <summary>A service refuses a call, in its own words.</summary>
/// <param name="code">The error code as the service model has it: <c>StateMachineDoesNotExist</c>, <c>ValidationException</c>.</param>
/// <param name="message">The message; null where AWS sends none.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="members">Further members of the error structure.</param>
internal sealed class ServiceException(string code, string? message, int status = 400, JsonObject? members = null) : Exception(message ?? code)
{
    public string Code { get; } = code;

    public string? ServiceMessage { get; } = message;

    /// <summary>The message as Step Functions tells it in a cause: its Java client prints one that AWS did not send as <c>null</c>.</summary>
    public string SdkMessage => ServiceMessage ?? "null";

    public int Status { get; } = status;

    public JsonObject Members { get; } = members ?? JsonObject.Empty;
}
