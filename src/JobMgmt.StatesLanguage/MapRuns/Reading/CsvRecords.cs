using System.Text;

namespace JobMgmt.StatesLanguage.MapRuns.Reading;

/// <summary>The records of a CSV file after RFC 4180: quotes around a field, doubled within it, line breaks in quotes. Empty lines are no records.</summary>
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

    private string Plain()
    {
        var field = new StringBuilder();
        while (_text.Peek() is var next && next != End && next != _delimiter && next != '\r' && next != '\n')
        {
            field.Append((char)_text.Read());
        }

        return field.ToString();
    }

    private string Quoted()
    {
        var field = new StringBuilder();
        _text.Read();
        while (true)
        {
            var next = _text.Read();
            if (next == End)
            {
                throw new MapRunException(MapRunException.ItemReaderFailed, "The file ends within a quoted field.");
            }

            if (next != '"')
            {
                field.Append((char)next);
            }
            else if (!Take('"'))
            {
                return field.Append(Plain()).ToString(); // what follows the closing quote belongs to it, as many readers have it
            }
            else
            {
                field.Append('"');
            }
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
