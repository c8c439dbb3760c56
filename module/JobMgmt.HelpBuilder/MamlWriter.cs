using System.Xml;
using System.Xml.Linq;

namespace JobMgmt.HelpBuilder;

/// <summary>Writes the MAML that Get-Help reads.</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Msh = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>Writes one culture's file, whole or not at all.</summary>
    public static void Write(string path, IEnumerable<(CmdletSyntax Syntax, HelpTopic Topic)> topics)
    {
        var root = new XElement(Msh + "helpItems", new XAttribute("schema", "maml"), topics.Select(t => Item(t.Syntax, t.Topic)));
        string temporary = path + ".new";
        using (var writer = XmlWriter.Create(temporary, new XmlWriterSettings { Indent = true }))
        {
            root.Save(writer);
        }

        System.IO.File.Move(temporary, path, overwrite: true);
    }

    private static XElement Item(CmdletSyntax cmdlet, HelpTopic topic) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml),
        new XAttribute(XNamespace.Xmlns + "command", Command),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XElement(
            Command + "details",
            new XElement(Command + "name", cmdlet.Name),
            new XElement(Command + "verb", cmdlet.Verb),
            new XElement(Command + "noun", cmdlet.Noun),
            new XElement(Maml + "description", Paragraphs([topic.Synopsis]))),
        new XElement(Maml + "description", Paragraphs(topic.Description)),
        new XElement(Command + "syntax", cmdlet.Sets.Select(set => new XElement(
            Command + "syntaxItem", new XElement(Maml + "name", cmdlet.Name), cmdlet.In(set).Select(p => Parameter(p, topic, inSyntax: true))))),
        new XElement(Command + "parameters", cmdlet.ParametersOfAnySet.OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => Parameter(p, topic, inSyntax: false))),
        new XElement(Command + "inputTypes", cmdlet.Parameters.Where(p => p.FromPipeline).DistinctBy(p => p.Name)
            .Select(p => new XElement(Command + "inputType", TypeElement(p.TypeName)))),
        new XElement(Command + "returnValues", cmdlet.Outputs.Select(o => new XElement(Command + "returnValue", TypeElement(o)))),
        topic.Notes.Count == 0 ? null : new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(topic.Notes))),
        new XElement(Command + "examples", topic.Examples.Select((example, i) => new XElement(
            Command + "example",
            new XElement(Maml + "title", $"---- {i + 1}: {example.Title} ----"),
            new XElement(Dev + "code", example.Code),
            new XElement(Dev + "remarks", Paragraphs(example.Remarks))))),
        new XElement(Command + "relatedLinks", topic.Links.Select(link => new XElement(
            Maml + "navigationLink", new XElement(Maml + "linkText", link), new XElement(Maml + "uri")))));

    private static XElement Parameter(ParameterSyntax parameter, HelpTopic topic, bool inSyntax)
    {
        string pipeline = (parameter.FromPipeline, parameter.FromPipelineByPropertyName) switch
        {
            (true, true) => "True (ByValue, ByPropertyName)",
            (true, false) => "True (ByValue)",
            (false, true) => "True (ByPropertyName)",
            _ => "False",
        };
        return new XElement(
            Command + "parameter",
            new XAttribute("required", parameter.Mandatory ? "true" : "false"),
            new XAttribute("variableLength", parameter.Type.IsArray ? "true" : "false"),
            new XAttribute("globbing", parameter.Wildcards ? "true" : "false"),
            new XAttribute("pipelineInput", pipeline),
            new XAttribute("position", parameter.Position?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "named"),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            new XElement(Maml + "description", Paragraphs(topic.Parameters.GetValueOrDefault(parameter.Name) ?? [])),
            parameter.IsSwitch && inSyntax ? null : ValueElement(parameter),
            parameter.Values.Count == 0 || !inSyntax ? null : new XElement(
                Command + "parameterValueGroup",
                parameter.Values.Select(v => new XElement(
                    Command + "parameterValue", new XAttribute("required", "false"), new XAttribute("variableLength", "false"), v))),
            new XElement(Dev + "type", new XElement(Maml + "name", parameter.TypeName), new XElement(Maml + "uri")),
            new XElement(Dev + "defaultValue", parameter.IsSwitch ? "False" : "None"));
    }

    private static XElement ValueElement(ParameterSyntax parameter) => new(
        Command + "parameterValue",
        new XAttribute("required", parameter.IsSwitch ? "false" : "true"),
        new XAttribute("variableLength", parameter.Type.IsArray ? "true" : "false"),
        parameter.TypeName);

    private static XElement TypeElement(string name) => new(Dev + "type", new XElement(Maml + "name", name), new XElement(Maml + "uri"));

    private static IEnumerable<XElement> Paragraphs(IEnumerable<string> paragraphs) => paragraphs.Select(p => new XElement(Maml + "para", p));
}
