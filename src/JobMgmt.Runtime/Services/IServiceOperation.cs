using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services;

/// <summary>
/// One operation of one service: a request with the service model's member names to a response with the same. Client calls, <c>aws-sdk</c> tasks and
/// <c>aws:executeAwsApi</c> all come through here.
/// </summary>
internal interface IServiceOperation
{
    /// <summary>Does it.</summary>
    /// <exception cref="ServiceException">The service refuses; anything else is a fault of ours and is answered as InternalFailure.</exception>
    Task<JsonObject> InvokeAsync(JsonObject request, CallContext call);
}
