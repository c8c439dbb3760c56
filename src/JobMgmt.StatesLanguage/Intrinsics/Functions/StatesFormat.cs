using System.Text;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics.Functions;

/// <summary><c>States.Format(template, a, b…)</c>: the template with each <c>{}</c> replaced by an argument, in order.</summary>
internal sealed class StatesFormat : IntrinsicFunction
{
    private readonly IReadOnlyList<string>? _parts;

    public StatesFormat(IReadOnlyList<string>? parts = null) => _parts = parts;

    public override string Name => "States.Format";

    public override int MinArguments => 1;

    public override int MaxArguments => int.MaxValue;

    /// <summary>Splits a literal template once, from its raw text: there <c>\{</c> is a brace and <c>{}</c> a place.</summary>
    public override IntrinsicFunction Bind(IReadOnlyList<IntrinsicArgument> arguments)
    {
        try
        {
            return arguments[0] is LiteralArgument { Raw: { } raw } ? new StatesFormat(Split(raw)) : this;
        }
        catch (IntrinsicException)
        {
            return this; // a template that cannot be split fails when it is evaluated, as on AWS
        }
    }

    public override JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random)
    {
        var parts = _parts ?? Split(Text(arguments, 0));
        if (parts.Count != arguments.Count)
        {
            throw Invalid("number of arguments do not match the occurrences of {}.");
        }

        var text = new StringBuilder(parts[0]);
        for (var i = 1; i < parts.Count; i++)
        {
            JavaText.Append(text, arguments[i]);
            text.Append(parts[i]);
        }

        return text.ToString();
    }

    private List<string> Split(string template)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c == '\\' && i + 1 < template.Length && template[i + 1] is '\'' or '{' or '}' or '\\')
            {
                part.Append(template[++i]);
            }
            else if (c != '{')
            {
                part.Append(c);
            }
            else if (i + 1 < template.Length && template[i + 1] == '}')
            {
                i++;
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                throw new IntrinsicException($"Invalid template in {Name}: matching '}}' not found for '{{'.");
            }
        }

        parts.Add(part.ToString());
        return parts;
    }
}
