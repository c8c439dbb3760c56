using System.Collections;
using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace JobMgmt.Aws.Protocols;

/// <summary>Writes any request of a Query service as a form: Action, Version, and members named by path (Tags.member.1.Key).</summary>
internal sealed class QueryRequestMarshaller(ServiceDescription service) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service.ServiceId) { HttpMethod = "POST", ResourcePath = "/" };
        request.Parameters["Action"] = ServiceDescription.OperationOf(input);
        request.Parameters["Version"] = service.ApiVersion;
        Write(request.Parameters, string.Empty, WireType.Of(input.GetType()), input);
        return request;
    }

    private static void Write(IDictionary<string, string> form, string path, WireType type, object value)
    {
        switch (type.Kind)
        {
            case WireKind.Structure:
                foreach (var member in type.Members)
                {
                    if (member.Property.GetValue(value) is { } set)
                    {
                        Write(form, path.Length == 0 ? member.Property.Name : path + "." + member.Property.Name, member.Type, set);
                    }
                }

                break;
            case WireKind.List:
                WriteList(form, path, type.Element!, (IEnumerable)value);
                break;
            case WireKind.Boolean:
                form[path] = (bool)value ? "true" : "false";
                break;
            case WireKind.Timestamp:
                form[path] = ((DateTime)value).ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
                break;
            default:
                form[path] = Convert.ToString(value, CultureInfo.InvariantCulture);
                break;
        }
    }

    private static void WriteList(IDictionary<string, string> form, string path, WireType element, IEnumerable values)
    {
        var number = 0;
        foreach (var item in values)
        {
            number++;
            Write(form, path + ".member." + number.ToString(CultureInfo.InvariantCulture), element, item);
        }

        // An empty list is told apart from an absent one by an empty parameter.
        if (number == 0)
        {
            form[path] = string.Empty;
        }
    }
}
