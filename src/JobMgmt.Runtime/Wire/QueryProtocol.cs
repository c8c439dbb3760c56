using System.Xml;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Wire;

/// <summary>AWS Query (IAM, SNS, STS): a form in, XML out; lists are made of <c>member</c> elements, everything else has the model's names.</summary>
internal sealed class QueryProtocol : IWireProtocol
{
    private static readonly Dictionary<string, string> _namespaces = new()
    {
        ["iam"] = "https://iam.amazonaws.com/doc/2010-05-08/",
        ["sns"] = "http://sns.amazonaws.com/doc/2010-03-31/",
        ["sts"] = "https://sts.amazonaws.com/doc/2011-06-15/",
    };

    // IAM sends policies URL-encoded (RFC 3986); its clients decode them
    private static readonly HashSet<string> _encoded = ["AssumeRolePolicyDocument", "PolicyDocument"];

    public bool Speaks(WireRequest request) => IsForm(request);

    public (string Operation, JsonObject Input) ReadRequest(WireRequest request) => Read(request);

    public WireResponse WriteResponse(WireRequest request, string operation, JsonObject output, string requestId) =>
        Respond(200, requestId, QueryXml.Write(xml =>
        {
            xml.WriteStartElement(operation + "Response", Namespace(request));
            if (output.Count > 0)
            {
                xml.WriteStartElement(operation + "Result", Namespace(request));
                WriteMembers(xml, output, Namespace(request));
                xml.WriteEndElement();
            }

            xml.WriteStartElement("ResponseMetadata", Namespace(request));
            xml.WriteElementString("RequestId", Namespace(request), requestId);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }));

    public WireResponse WriteError(WireRequest request, ServiceException error, string requestId) =>
        Respond(error.Status, requestId, QueryXml.Write(xml =>
        {
            xml.WriteStartElement("ErrorResponse", Namespace(request));
            xml.WriteStartElement("Error", Namespace(request));
            xml.WriteElementString("Type", Namespace(request), error.Status < 500 ? "Sender" : "Receiver");
            xml.WriteElementString("Code", Namespace(request), QueryErrors.Code(error));
            xml.WriteElementString("Message", Namespace(request), QueryXml.Text(error.ServiceMessage ?? ""));
            xml.WriteEndElement();
            xml.WriteElementString("RequestId", Namespace(request), requestId);
            xml.WriteEndElement();
        }));

    internal static bool IsForm(WireRequest request) =>
        request.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The operation and its members, as far as both Query protocols agree.</summary>
    internal static (string Operation, JsonObject Input) Read(WireRequest request)
    {
        var form = QueryForm.Read(request.Body);
        var operation = (form["Action"] as JsonString)?.Value
            ?? throw new ServiceException("MissingAction", "The request is missing the Action parameter.");
        return (operation, QueryTypes.Apply(form.Without("Action").Without("Version")));
    }

    private static string Namespace(WireRequest request) => _namespaces.GetValueOrDefault(request.Service, "");

    private static WireResponse Respond(int status, string requestId, byte[] body) => new(status, "text/xml", body, requestId);

    private static void WriteMembers(XmlWriter xml, JsonObject value, string ns)
    {
        foreach (var (name, member) in value)
        {
            xml.WriteStartElement(name, ns);
            WriteValue(xml, name, member, ns);
            xml.WriteEndElement();
        }
    }

    private static void WriteMap(XmlWriter xml, JsonObject map, string ns)
    {
        foreach (var (key, value) in map)
        {
            xml.WriteStartElement("entry", ns);
            WriteMembers(xml, JsonObject.Of(("key", key), ("value", value)), ns);
            xml.WriteEndElement();
        }
    }

    private static void WriteValue(XmlWriter xml, string name, JsonValue value, string ns)
    {
        switch (value)
        {
            case JsonObject map when name == "Attributes":
                WriteMap(xml, map, ns);
                break;
            case JsonObject members:
                WriteMembers(xml, members, ns);
                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    xml.WriteStartElement("member", ns);
                    WriteValue(xml, name, item, ns);
                    xml.WriteEndElement();
                }

                break;
            default:
                xml.WriteString(_encoded.Contains(name) ? Uri.EscapeDataString(QueryTypes.ToText(name, value)) : QueryXml.Text(QueryTypes.ToText(name, value)));
                break;
        }
    }
}
