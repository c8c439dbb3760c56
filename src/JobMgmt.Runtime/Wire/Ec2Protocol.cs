using System.Xml;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Wire;

/// <summary>EC2 Query: a form in, XML out, both with names of their own (<see cref="Ec2Names"/>); lists are made of <c>item</c> elements.</summary>
internal sealed class Ec2Protocol : IWireProtocol
{
    private const string Namespace = "http://ec2.amazonaws.com/doc/2016-11-15/";

    public bool Speaks(WireRequest request) =>
        QueryProtocol.IsForm(request) && AuthorizationHeader.Parse(request.Header("Authorization"))?.Service == "ec2";

    public (string Operation, JsonObject Input) ReadRequest(WireRequest request)
    {
        var (operation, input) = QueryProtocol.Read(request);
        return (operation, QueryTypes.Apply(Ec2Names.ToModel(input)));
    }

    public WireResponse WriteResponse(WireRequest request, string operation, JsonObject output, string requestId) =>
        Respond(200, requestId, QueryXml.Write(xml =>
        {
            xml.WriteStartElement(operation + "Response", Namespace);
            xml.WriteElementString("requestId", Namespace, requestId);
            WriteMembers(xml, output, operation);
            xml.WriteEndElement();
        }));

    public WireResponse WriteError(WireRequest request, ServiceException error, string requestId) =>
        Respond(error.Status, requestId, QueryXml.Write(xml =>
        {
            xml.WriteStartElement("Response");
            xml.WriteStartElement("Errors");
            xml.WriteStartElement("Error");
            xml.WriteElementString("Code", QueryErrors.Ec2Code(error));
            xml.WriteElementString("Message", QueryXml.Text(error.ServiceMessage ?? ""));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteElementString("RequestID", requestId);
            xml.WriteEndElement();
        }));

    private static WireResponse Respond(int status, string requestId, byte[] body) => new(status, "text/xml;charset=UTF-8", body, requestId);

    private static void WriteMembers(XmlWriter xml, JsonObject value, string parent)
    {
        foreach (var (name, member) in value)
        {
            xml.WriteStartElement(Ec2Names.ToElement(parent, name), Namespace);
            WriteValue(xml, name, member);
            xml.WriteEndElement();
        }
    }

    private static void WriteValue(XmlWriter xml, string name, JsonValue value)
    {
        switch (value)
        {
            case JsonObject members:
                WriteMembers(xml, members, name);
                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    xml.WriteStartElement("item", Namespace);
                    WriteValue(xml, name, item);
                    xml.WriteEndElement();
                }

                break;
            default:
                xml.WriteString(QueryXml.Text(QueryTypes.ToText(name, value)));
                break;
        }
    }
}
