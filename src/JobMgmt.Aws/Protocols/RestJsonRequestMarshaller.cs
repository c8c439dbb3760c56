using System.Collections;
using System.Globalization;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace JobMgmt.Aws.Protocols;

/// <summary>Writes any request of a REST service with JSON bodies: members go into the path, the query or the body.</summary>
internal sealed class RestJsonRequestMarshaller(ServiceDescription service) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private const string Token = "ClientToken";
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var operation = service.RestOperations![ServiceDescription.OperationOf(input)];
        var request = new DefaultRequest(input, service.ServiceId) { HttpMethod = operation.Method, ResourcePath = operation.Path, UseQueryString = true };
        var members = WireType.Of(input.GetType()).Members.Select(member => (member.Property.Name, member.Type, Value: Value(member, input))).Where(member => member.Value is not null).ToList();
        foreach (var (name, _, value) in members.Where(member => operation.Path.Contains("{" + member.Name + "}")))
        {
            request.AddPathResource("{" + name + "}", value is "" ? throw new AmazonClientException($"The request member {name} is empty.") : Text(value!));
        }

        foreach (var (member, name) in operation.Query)
        {
            AddToQuery(request, name, members.Find(set => set.Name == member).Value);
        }

        if (operation.Path.Contains("{") && request.PathResources.Count == 0)
        {
            throw new AmazonClientException($"The request of {operation.Method} {operation.Path} lacks the member in its path.");
        }

        if (operation.Method is "POST" or "PUT")
        {
            request.Headers["Content-Type"] = "application/json";
            request.Content = Body(members.FindAll(member => operation.IsInBody(member.Name)));
        }

        return request;
    }

    /// <summary>A call without a token has one made, as with the official client: it is not carried out twice when the pipeline tries it again.</summary>
    private static object? Value(WireMember member, object input) =>
        member.Property.GetValue(input) ?? (member.Property.Name == Token ? Guid.NewGuid().ToString() : null);

    private static void AddToQuery(DefaultRequest request, string name, object? value)
    {
        if (value is IEnumerable items and not string)
        {
            request.ParameterCollection.Add(name, items.Cast<object>().Select(Text).ToList());
        }
        else if (value is not null)
        {
            request.Parameters.Add(name, Text(value));
        }
    }

    private static byte[] Body(List<(string Name, WireType Type, object? Value)> members)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body, _options))
        {
            writer.WriteStartObject();
            foreach (var (name, type, value) in members)
            {
                writer.WritePropertyName(name);
                JsonBodyWriter.Write(writer, type, value!, camelCase: false);
            }

            writer.WriteEndObject();
        }

        return body.ToArray();
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
