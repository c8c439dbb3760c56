using System.IO;
using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace JobMgmt.Aws.Protocols;

/// <summary>Reads the JSON response of one operation, or the error in its place.</summary>
internal sealed class JsonBodyUnmarshaller<TResponse>(ServiceDescription service) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var response = new TResponse();
        using var body = new MemoryStream();
        input.Stream.CopyTo(body);

        // Operations without output answer with nothing at all, or with {}.
        if (body.Length > 0)
        {
            body.Position = 0;
            using var document = JsonDocument.Parse(body);
            JsonBodyReader.ReadStructure(document.RootElement, WireType.Of(typeof(TResponse)), response, service.CamelCase);
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return service.Errors.Create(error);
    }
}
