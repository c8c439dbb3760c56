using System.Text;

namespace JobMgmt.StatesLanguage.MapRuns.Reading;

/// <summary>
/// The records of a CSV file after RFC 4180 (quotes around a field, doubled within it, line breaks in quotes) and AWS's documentation, which has backslashes as well.
/// Empty lines are no records.
/// </summary>
internal sealed class CsvRecords
{
    private const int End = -1;
    private readonly TextReader _text;
    private readonly char _delimiter;

    public CsvRecords(TextReader text, char delimiter)
    {
        _text = text;
        _delimiter = delimiter;
    }

    /// <summary>The next record's fields; null at the end.</summary>
    public List<string>? Next()
    {
        while (_text.Peek() is '\r' or '\n')
        {
            _text.Read();
        }

        if (_text.Peek() == End)
        {
            return null;
        }

        var fields = new List<string>();
        do
        {
            fields.Add(_text.Peek() == '"' ? Quoted() : Plain());
        }
        while (Take(_delimiter));
        Take('\r');
        Take('\n');
        return fields;
    }

    private string Plain() => Plain(new StringBuilder());

    private string Plain(StringBuilder field)
    {
        while (_text.Peek() is var next && next != End && next != _delimiter && next != '\r' && next != '\n')
        {
            _text.Read();
            if (next == '\\')
            {
                Escaped(field);
            }
            else
            {
                field.Append((char)next);
                _ = next == '"' && Take('"'); // repeated, it stands for one, outside of quotes too
            }
        }

        return field.ToString();
    }

    private string Quoted()
    {
        var field = new StringBuilder();
        _text.Read();
        while (true)
        {
            switch (_text.Read())
            {
                case End:
                    throw new MapRunException(MapRunException.ItemReaderFailed, "The file ends within a quoted field.");
                case '"' when !Take('"'):
                    return Plain(field); // what follows the closing quote belongs to it, as many readers have it
                case '\\':
                    Escaped(field);
                    break;
                case var next:
                    field.Append((char)next);
                    break;
            }
        }
    }

    /// <summary>After a backslash: a backslash, a quote or the delimiter is itself; before all else the backslash is dropped.</summary>
    private void Escaped(StringBuilder field)
    {
        var next = _text.Peek();
        if (next is '\\' or '"' || next == _delimiter)
        {
            field.Append((char)_text.Read());
        }
    }

    private bool Take(char expected)
    {
        var found = _text.Peek() == expected;
        if (found)
        {
            _text.Read();
        }

        return found;
    }
}
