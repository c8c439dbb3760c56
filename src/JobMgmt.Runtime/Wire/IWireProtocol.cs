using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Wire;

/// <summary>One of AWS's protocols: bytes to an operation's members and back. It knows no service's meaning.</summary>
internal interface IWireProtocol
{
    /// <summary>Whether a request is in this protocol. Asked before the signature is verified: only headers and path count.</summary>
    bool Speaks(WireRequest request);

    /// <summary>The operation's name and its request, with the service model's member names.</summary>
    /// <exception cref="ServiceException">The body can't be read.</exception>
    (string Operation, JsonObject Input) ReadRequest(WireRequest request);

    /// <summary>The answer of an operation.</summary>
    WireResponse WriteResponse(WireRequest request, string operation, JsonObject output, string requestId);

    /// <summary>An error in the service's form.</summary>
    WireResponse WriteError(WireRequest request, ServiceException error, string requestId);
}
