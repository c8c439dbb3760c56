using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>What requests about connections and API destinations have in common.</summary>
internal static class ConnectionRequest
{
    public static EventConnection Connection(StoreConnection store, string name) => ApiDestinationStore.FindConnection(store, name)
        ?? throw new ServiceException("ResourceNotFoundException", $"Failed to describe the connection(s). Connection '{name}' does not exist.");

    public static ApiDestination Destination(StoreConnection store, string name) => ApiDestinationStore.Find(store, name)
        ?? throw new ServiceException("ResourceNotFoundException", $"Failed to describe the api-destination(s). An api-destination '{name}' does not exist.");

    /// <summary>Refuses AuthParameters that do not fit the AuthorizationType, and the type that is not served here.</summary>
    public static void CheckParameters(string type, JsonObject parameters)
    {
        if (type == "OAUTH_CLIENT_CREDENTIALS")
        {
            throw new ServiceException("ValidationException", "The local runtime authorizes by BASIC and API_KEY only, not by OAUTH_CLIENT_CREDENTIALS.");
        }

        var needed = type == "BASIC" ? "BasicAuthParameters" : "ApiKeyAuthParameters";
        if (parameters.Object(needed) is null)
        {
            throw new ServiceException("ValidationException", $"{needed} must be given with the AuthorizationType {type}.");
        }
    }

    /// <summary>A request carries what the connection keeps secret, so it must not be readable on its way: only this machine is reached without TLS.</summary>
    public static void CheckEndpoint(string endpoint)
    {
        if (!Uri.TryCreate(endpoint.Replace("*", "x", StringComparison.Ordinal), UriKind.Absolute, out var uri)
            || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
        {
            throw new ServiceException(
                "ValidationException",
                $"InvocationEndpoint '{endpoint}' must begin with https://. The local runtime takes http:// too, but to this machine only (http://127.0.0.1…): the request carries the connection's secret.");
        }
    }

    /// <summary>The members of a request that are there, over what was there.</summary>
    public static JsonObject Merge(JsonObject there, JsonObject request, params string[] names) =>
        names.Where(name => request[name] is not (null or JsonNull)).Aggregate(there, (all, name) => all.With(name, request[name]!));
}
