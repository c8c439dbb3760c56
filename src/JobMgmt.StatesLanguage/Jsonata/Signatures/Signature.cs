using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Signatures;

/// <summary>
/// What a function may be called with. As in the reference implementation the arguments' symbols are matched like a text
/// against a pattern, greedily and with backtracking; then single values become arrays and the context fills gaps.
/// </summary>
internal sealed class Signature
{
    private readonly SignatureParameter[] _parameters;

    public Signature(IReadOnlyList<SignatureParameter> parameters) => _parameters = parameters.ToArray();

    /// <summary>Checks and completes arguments.</summary>
    /// <param name="arguments">The arguments as they were given; null is undefined.</param>
    /// <param name="context">The value that fills a missing argument whose parameter says so.</param>
    public JsonValue?[] Validate(JsonValue?[] arguments, JsonValue? context)
    {
        var symbols = new char[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            symbols[i] = TypeSymbol.Of(arguments[i]);
        }

        var counts = new int[_parameters.Length];
        if (!Match(symbols, 0, 0, _parameters.Length, counts, wholly: true))
        {
            throw Mismatch(symbols, arguments);
        }

        var result = new List<JsonValue?>(Math.Max(arguments.Length, _parameters.Length));
        var at = 0;
        var matched = 0;
        for (var i = 0; i < _parameters.Length; i++)
        {
            at = Take(_parameters[i], counts[i], arguments, new ArraySegment<char>(symbols, matched, counts[i]), at, context, result);
            matched += counts[i];
        }

        return result.ToArray();
    }

    // A parameter left out without a context to fill it takes the argument that stands there all the same, and the next ones move
    // on: so the reference implementation has it.
    private static int Take(
        SignatureParameter parameter, int count, JsonValue?[] arguments, ArraySegment<char> symbols, int at, JsonValue? context, List<JsonValue?> result)
    {
        if (count == 0)
        {
            if (!parameter.UsesContext)
            {
                result.Add(at < arguments.Length ? arguments[at] : null);
                return at + 1;
            }

            result.Add(parameter.Symbols.IndexOf(TypeSymbol.Of(context)) >= 0
                ? context
                : throw new JsonataException("T0411").With("value", context).With("index", at + 1));
            return at;
        }

        foreach (var symbol in symbols)
        {
            var argument = at < arguments.Length ? arguments[at] : null;
            result.Add(parameter.IsArray ? AsArray(parameter, argument, symbol, count, at) : argument);
            at++;
        }

        return at;
    }

    private static JsonValue? AsArray(SignatureParameter parameter, JsonValue? argument, char symbol, int count, int at)
    {
        if (argument is null)
        {
            return null;
        }

        if (parameter.Subtype is { } subtype && !Fits(subtype, argument, symbol, count))
        {
            var type = ArrayTypes.Plural(subtype);
            throw new JsonataException("T0412").With("value", argument).With("index", at + 1).With("type", type is null ? null : (JsonValue)type);
        }

        return argument as JsonArray ?? new JsonataArray([argument]);
    }

    private static bool Fits(string subtype, JsonValue argument, char symbol, int count)
    {
        if (argument is not JsonArray array)
        {
            return count == 1 && subtype.Length == 1 && subtype[0] == symbol;
        }

        for (var i = 0; i < array.Count; i++)
        {
            var item = TypeSymbol.Of(array[i]);
            if (i == 0 ? subtype.Length == 0 || item != subtype[0] : item != TypeSymbol.Of(array[0]))
            {
                return false;
            }
        }

        return true;
    }

    // Which arguments go to which parameter: as many as possible to the first, then fewer until the others fit.
    private bool Match(char[] symbols, int at, int parameter, int end, int[] counts, bool wholly)
    {
        if (parameter == end)
        {
            return !wholly || at == symbols.Length;
        }

        var p = _parameters[parameter];
        var most = 0;
        while (at + most < symbols.Length && (most == 0 || p.IsRepeated) && p.Symbols.IndexOf(symbols[at + most]) >= 0)
        {
            most++;
        }

        for (var count = most; count >= (p.IsOptional ? 0 : 1); count--)
        {
            counts[parameter] = count;
            if (Match(symbols, at + count, parameter + 1, end, counts, wholly))
            {
                return true;
            }
        }

        return false;
    }

    private JsonataException Mismatch(char[] symbols, JsonValue?[] arguments)
    {
        var good = 0;
        var counts = new int[_parameters.Length];
        for (var end = 1; end <= _parameters.Length && Match(symbols, 0, 0, end, counts, wholly: false); end++)
        {
            good = counts.Take(end).Sum();
        }

        return new JsonataException("T0410").With("value", good < arguments.Length ? arguments[good] : null).With("index", good + 1);
    }
}
