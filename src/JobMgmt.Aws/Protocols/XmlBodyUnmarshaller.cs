using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace JobMgmt.Aws.Protocols;

/// <summary>Reads the XML response of one operation (OperationResponse / OperationResult), or the error in its place.</summary>
internal sealed class XmlBodyUnmarshaller<TResponse>(ServiceDescription service) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    private static readonly XmlReaderSettings _settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        using var reader = XmlReader.Create(input.Stream, _settings);
        var root = XDocument.Load(reader).Root!;
        var response = new TResponse { ResponseMetadata = new ResponseMetadata() };
        foreach (var child in root.Elements())
        {
            if (child.Name.LocalName.EndsWith("Result", StringComparison.Ordinal))
            {
                XmlBodyReader.ReadStructure(child, WireType.Of(typeof(TResponse)), response);
            }
            else if (child.Name.LocalName == "ResponseMetadata")
            {
                response.ResponseMetadata.RequestId = child.Elements().FirstOrDefault(item => item.Name.LocalName == "RequestId")?.Value;
            }
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return service.Errors.Create(error);
    }
}
