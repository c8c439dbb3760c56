using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace JobMgmt.Aws.Protocols;

/// <summary>Writes any request of a JSON service: POST /, X-Amz-Target, the set properties as members.</summary>
internal sealed class JsonRequestMarshaller(ServiceDescription service) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    // Bodies go to a JSON parser, never into HTML: only what JSON itself demands is escaped, so text costs no more bytes than it has.
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service.ServiceId) { HttpMethod = "POST", ResourcePath = "/" };
        request.Headers["X-Amz-Target"] = service.TargetPrefix + "." + ServiceDescription.OperationOf(input);
        request.Headers["Content-Type"] = service.Protocol == WireProtocol.Json10 ? "application/x-amz-json-1.0" : "application/x-amz-json-1.1";

        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body, _options))
        {
            JsonBodyWriter.Write(writer, WireType.Of(input.GetType()), input, service.CamelCase);
        }

        request.Content = body.ToArray();
        return request;
    }
}
