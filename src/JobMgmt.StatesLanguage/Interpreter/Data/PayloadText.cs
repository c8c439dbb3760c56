using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Interpreter.Data;

/// <summary>A payload's JSON text. One state's output is the next one's input, so the last ones are kept: a payload is written once, not twice.</summary>
internal sealed class PayloadText
{
    private readonly (JsonValue Value, string Text)[] _last = new (JsonValue, string)[4];
    private int _next;

    public string Of(JsonValue value)
    {
        foreach (var (known, text) in _last)
        {
            if (ReferenceEquals(known, value))
            {
                return text;
            }
        }

        var written = value.ToString();
        _last[_next++ % _last.Length] = (value, written);
        return written;
    }

    /// <summary>Whether it is over the limit of 262,144 UTF-8 bytes.</summary>
    public bool IsTooLarge(JsonValue value)
    {
        var text = Of(value);
        return text.Length > Limits.PayloadBytes / 3 && Encoding.UTF8.GetByteCount(text) > Limits.PayloadBytes;
    }
}
