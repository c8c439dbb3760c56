using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services;

/// <summary>Finds the operation for a service's signing name and an operation name, and calls it.</summary>
internal sealed class ServiceRouter(IServiceProvider provider, OperationTable table)
{
    /// <summary>Whether the runtime serves that service at all.</summary>
    public bool Serves(string service) => table.HasService(service);

    /// <summary>Whether the runtime serves that operation.</summary>
    public bool Serves(string service, string operation) => table.Find(service, operation) is not null;

    /// <summary>Calls it.</summary>
    /// <exception cref="ServiceException">The service refuses, or the operation is not there.</exception>
    public Task<JsonObject> InvokeAsync(string service, string operation, JsonObject request, CallContext call)
    {
        var type = table.Find(service, operation)
            ?? throw new ServiceException("UnknownOperationException", $"The local runtime does not serve the operation {operation} of {service}.");
        RequestModel.Of(service)?.Check(operation, request);
        return ((IServiceOperation)provider.GetRequiredService(type)).InvokeAsync(request, call);
    }
}
