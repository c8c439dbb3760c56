using System.Globalization;
using System.Text;
using JobMgmt.Runtime.Events.Patterns.Index;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns.ValueTests;

/// <summary><c>wildcard</c>: a string in which <c>*</c> stands for any characters, <c>\*</c> for a star and <c>\\</c> for a backslash.</summary>
internal sealed class WildcardTest : ValueTest
{
    /// <summary>Stands for any characters among <see cref="_tokens"/>; every other entry is a UTF-16 code unit.</summary>
    internal const int Star = -1;

    private readonly int[] _tokens;

    private WildcardTest(int[] tokens) => _tokens = tokens;

    public static WildcardTest Parse(string pattern)
    {
        var tokens = new List<int>(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '*')
            {
                if (tokens.Count > 0 && tokens[^1] == Star)
                {
                    throw Fault("Consecutive wildcard characters", pattern, i - 1);
                }

                tokens.Add(Star);
            }
            else if (c != '\\')
            {
                tokens.Add(c);
            }
            else if (i + 1 < pattern.Length && pattern[i + 1] is '*' or '\\')
            {
                tokens.Add(pattern[++i]);
            }
            else
            {
                throw Fault("Invalid escape character", pattern, i);
            }
        }

        return WildcardComplexity.IsTooHigh([.. tokens])
            ? throw new InvalidEventPatternException(
                "Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character")
            : new WildcardTest([.. tokens]);
    }

    public override IndexKey? Key
    {
        get
        {
            var (first, last) = (Array.IndexOf(_tokens, Star), Array.LastIndexOf(_tokens, Star));
            return first < 0 ? new IndexKey(IndexKeyKind.Whole, Text(_tokens))
                : first > 0 ? new IndexKey(IndexKeyKind.Prefix, Text(_tokens.AsSpan(0, first)))
                : last < _tokens.Length - 1 ? new IndexKey(IndexKeyKind.Suffix, Text(_tokens.AsSpan(last + 1)))
                : null;
        }
    }

    public override bool Holds(JsonValue value) => value is JsonString text && Matches(text.Value);

    private static JsonString Text(ReadOnlySpan<int> tokens)
    {
        var text = new StringBuilder(tokens.Length);
        foreach (var token in tokens)
        {
            text.Append((char)token);
        }

        return new JsonString(text.ToString());
    }

    private static InvalidEventPatternException Fault(string problem, string pattern, int at)
    {
        // EventBridge counts UTF-8 bytes, and the quote before the text.
        var position = Encoding.UTF8.GetByteCount(pattern.AsSpan(0, at)) + 1;
        return new InvalidEventPatternException(string.Create(CultureInfo.InvariantCulture, $"{problem} at pos {position}"));
    }

    // Goes back to the last star only, so the time is at most text times pattern.
    private bool Matches(string text)
    {
        var (at, token) = (0, 0);
        var (star, resume) = (-1, 0);
        while (at < text.Length)
        {
            if (token < _tokens.Length && _tokens[token] == Star)
            {
                (star, resume) = (++token, at);
            }
            else if (token < _tokens.Length && _tokens[token] == text[at])
            {
                token++;
                at++;
            }
            else if (star >= 0)
            {
                token = star;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }

        return token == _tokens.Length || (token == _tokens.Length - 1 && _tokens[token] == Star);
    }
}
