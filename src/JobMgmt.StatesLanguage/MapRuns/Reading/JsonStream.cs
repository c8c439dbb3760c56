using System.Text.Json;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns.Reading;

/// <summary>JSON that is read piece by piece: in memory are a buffer, and one item at a time.</summary>
internal sealed class JsonStream
{
    private static readonly JsonReaderOptions _options = new() { MaxDepth = 512 };
    private readonly Stream _content;
    private byte[] _buffer = new byte[16384];
    private int _start;
    private int _end;
    private bool _isFinal;
    private JsonReaderState _state = new(_options);
    private JsonTokenType _token;
    private string? _name;

    public JsonStream(Stream content) => _content = content;

    public bool IsAtArray => _token == JsonTokenType.StartArray;

    public bool IsAtObject => _token == JsonTokenType.StartObject;

    /// <summary>Goes on to the next token; false at the end of the file.</summary>
    public bool ReadToken()
    {
        while (!TryToken())
        {
            if (!Fill())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>From the start of an object to the value of its member; false where there is none.</summary>
    public bool FindMember(string name)
    {
        while (ReadToken() && _token == JsonTokenType.PropertyName)
        {
            var found = _name == name;
            ReadToken();
            if (found)
            {
                return true;
            }

            Skip();
        }

        return false;
    }

    /// <summary>From the start of an array to its n-th item; false where there is none.</summary>
    public bool FindItem(int index)
    {
        for (var i = 0; ReadToken() && _token != JsonTokenType.EndArray; i++)
        {
            if (i == index)
            {
                return true;
            }

            Skip();
        }

        return false;
    }

    /// <summary>The name of an object's next member, whose value is the next item; null at its end.</summary>
    public string? NextName()
    {
        if (!ReadToken())
        {
            throw Failed("The file ends too early.");
        }

        return _token == JsonTokenType.PropertyName ? _name : null;
    }

    /// <summary>The array's next item, or a member's value; false at the array's end.</summary>
    public bool TryReadItem(out JsonValue item)
    {
        while (true)
        {
            switch (TryItem(out item))
            {
                case true:
                    return true;
                case false:
                    return false;
                default:
                    if (!Fill())
                    {
                        throw Failed("The file ends too early.");
                    }

                    break;
            }
        }
    }

    private bool TryToken()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);
        try
        {
            if (!reader.Read())
            {
                return false;
            }
        }
        catch (JsonException error)
        {
            throw Failed(error.Message);
        }

        _token = reader.TokenType;
        _name = _token == JsonTokenType.PropertyName ? reader.GetString() : null;
        _state = reader.CurrentState;
        _start += (int)reader.BytesConsumed;
        return true;
    }

    /// <summary>True: an item. False: the array's end. Null: more of the file is needed to know.</summary>
    private bool? TryItem(out JsonValue item)
    {
        item = JsonNull.Instance;
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);
        try
        {
            if (!reader.Read())
            {
                return null;
            }

            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return false;
            }

            var at = (int)reader.TokenStartIndex;
            if (!reader.TrySkip())
            {
                return null;
            }

            item = JsonValue.Parse(_buffer.AsSpan(_start + at, (int)reader.BytesConsumed - at));
        }
        catch (Exception error) when (error is JsonException or JsonSyntaxException)
        {
            throw Failed(error.Message);
        }

        _state = reader.CurrentState;
        _start += (int)reader.BytesConsumed;
        return true;
    }

    /// <summary>Reads over the value that begins at the current token.</summary>
    private void Skip()
    {
        var depth = 0;
        do
        {
            depth += _token is JsonTokenType.StartArray or JsonTokenType.StartObject ? 1 : _token is JsonTokenType.EndArray or JsonTokenType.EndObject ? -1 : 0;
        }
        while (depth > 0 && ReadToken());
    }

    /// <summary>Reads more of the file; false where there is no more.</summary>
    private bool Fill()
    {
        if (_isFinal)
        {
            return false;
        }

        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2); // one item fills it
        }

        var read = _content.Read(_buffer, _end, _buffer.Length - _end);
        _isFinal = read == 0;
        _end += read;
        return true;
    }

    private static MapRunException Failed(string message) => new(MapRunException.ItemReaderFailed, $"The file is not valid JSON. {message}");
}
