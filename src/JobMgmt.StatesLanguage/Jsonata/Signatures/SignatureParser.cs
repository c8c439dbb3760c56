using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Signatures;

/// <summary>Reads a function's signature, such as <c>&lt;s-nn?:s&gt;</c>.</summary>
internal static class SignatureParser
{
    private const string Anything = "asnblfom";

    /// <summary>Reads a signature.</summary>
    /// <param name="text">The text, from its opening bracket on.</param>
    /// <param name="position">Where it stands in the expression.</param>
    public static Signature Parse(string text, int position = 0)
    {
        var parameters = new List<SignatureParameter>();
        for (var at = 1; at < text.Length && text[at] != ':'; at++)
        {
            var last = parameters.Count > 0 ? parameters[parameters.Count - 1] : null;
            switch (text[at])
            {
                case 's' or 'n' or 'b' or 'l' or 'o':
                    parameters.Add(new SignatureParameter(text[at] + "m", text[at].ToString()));
                    break;
                case 'a':
                    parameters.Add(new SignatureParameter(Anything, "a", isArray: true));
                    break;
                case 'f':
                    parameters.Add(new SignatureParameter("f", "f"));
                    break;
                case 'j':
                    parameters.Add(new SignatureParameter("asnblom", "j"));
                    break;
                case 'x':
                    parameters.Add(new SignatureParameter(Anything, "x"));
                    break;
                case '-' when last is not null:
                    last.UsesContext = true;
                    last.IsOptional = true;
                    break;
                case '?' when last is not null:
                    last.IsOptional = true;
                    break;
                case '+' when last is not null:
                    last.IsRepeated = true;
                    break;
                case '(':
                    at = Choice(text, at, position, parameters);
                    break;
                case '<':
                    at = Subtype(text, at, position, last);
                    break;
            }
        }

        return new Signature(parameters);
    }

    private static int Choice(string text, int at, int position, List<SignatureParameter> parameters)
    {
        var end = Closing(text, at, '(', ')');
        var choice = text.Substring(at + 1, Math.Max(0, end - at - 1));
        if (choice.IndexOf('<') >= 0)
        {
            throw new JsonataException("S0402", position + at, null, choice);
        }

        parameters.Add(new SignatureParameter(choice + "m", "(" + choice + ")"));
        return end;
    }

    private static int Subtype(string text, int at, int position, SignatureParameter? last)
    {
        if (last?.Type is not ("a" or "f"))
        {
            throw new JsonataException("S0401", position + at, null, last is null ? null : (JsonValue)last.Type);
        }

        var end = Closing(text, at, '<', '>');
        last.Subtype = text.Substring(at + 1, Math.Max(0, end - at - 1));
        return end;
    }

    private static int Closing(string text, int at, char open, char close)
    {
        var depth = 1;
        while (++at < text.Length)
        {
            depth += text[at] == open ? 1 : text[at] == close ? -1 : 0;
            if (depth == 0)
            {
                break;
            }
        }

        return Math.Min(at, text.Length);
    }
}
