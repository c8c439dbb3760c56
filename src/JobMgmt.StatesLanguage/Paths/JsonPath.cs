using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths.Segments;

namespace JobMgmt.StatesLanguage.Paths;

/// <summary>
/// A JSONPath in the dialect that AWS Step Functions evaluates (Jayway's). Parsed once, evaluated often; immutable.
/// As on AWS, functions such as <c>length()</c> are not part of it: <c>$.list.length()</c> asks for a member of that name.
/// </summary>
public sealed class JsonPath
{
    private readonly PathSegment[] _segments;

    internal JsonPath(string text, PathRoot root, string variableName, PathSegment[] segments)
    {
        Text = text;
        Root = root;
        VariableName = variableName;
        _segments = segments;
        IsDefinite = Array.TrueForAll(segments, segment => segment.IsDefinite);
        IsReferencePath = Array.TrueForAll(segments, segment => segment.IsReference);
    }

    /// <summary>The path as it was written.</summary>
    public string Text { get; }

    /// <summary>What it starts from. The caller passes that value to <see cref="TryEvaluate"/>.</summary>
    public PathRoot Root { get; }

    /// <summary>The variable's name where <see cref="Root"/> is <see cref="PathRoot.Variable"/>, else empty.</summary>
    public string VariableName { get; }

    /// <summary>Whether it can only ever find one value. An indefinite path finds an array, which may be empty.</summary>
    public bool IsDefinite { get; }

    /// <summary>Whether it is a Reference Path: member names and non-negative indexes only.</summary>
    public bool IsReferencePath { get; }

    /// <summary>Whether it is its root and nothing more: <c>$</c>, <c>$$</c>, <c>$name</c>.</summary>
    public bool IsRoot => _segments.Length == 0;

    /// <summary>Reads a path.</summary>
    /// <exception cref="PathSyntaxException">It is not one.</exception>
    public static JsonPath Parse(string text) => new PathParser(text).Parse();

    /// <summary>
    /// Finds what the path points at. A definite path gives the value, or false where there is none (<c>null</c> is a value);
    /// an indefinite one always gives an array of what it found.
    /// </summary>
    public bool TryEvaluate(JsonValue root, out JsonValue result)
    {
        if (IsDefinite)
        {
            var at = root;
            foreach (var segment in _segments)
            {
                if (segment.Find(at) is not { } next)
                {
                    result = JsonNull.Instance;
                    return false;
                }

                at = next;
            }

            result = at;
            return true;
        }

        result = new JsonArray((IReadOnlyList<JsonValue>)Select(root));
        return true;
    }

    /// <summary>
    /// A copy of the root with the value put where the path points. Objects that are missing on the way are made, and so is an array that is not there, by its index 0.
    /// </summary>
    /// <exception cref="ResultPathException">The way is blocked by a value that is no object, or by an index outside its array.</exception>
    /// <exception cref="InvalidOperationException">It is no Reference Path.</exception>
    public JsonValue Set(JsonValue root, JsonValue value) =>
        IsReferencePath ? Set(root, value, 0) : throw new InvalidOperationException($"'{Text}' is not a Reference Path.");

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>All values that the path finds, in document order.</summary>
    internal List<JsonValue> Select(JsonValue root)
    {
        var found = new List<JsonValue> { root };
        foreach (var segment in _segments)
        {
            var next = new List<JsonValue>();
            foreach (var value in found)
            {
                segment.Collect(value, root, next);
            }

            found = next;
        }

        return found;
    }

    private JsonValue Set(JsonValue? at, JsonValue value, int depth)
    {
        if (depth == _segments.Length)
        {
            return value;
        }

        switch (_segments[depth])
        {
            case NameSegment segment when at is null or JsonObject:
                var parent = (JsonObject?)at ?? JsonObject.Empty;
                return parent.With(segment.Name, Set(parent[segment.Name], value, depth + 1));
            case IndexSegment segment when at is JsonArray array && segment.Index < array.Count:
                var items = array.ToArray();
                items[segment.Index] = Set(items[segment.Index], value, depth + 1);
                return new JsonArray((IReadOnlyList<JsonValue>)items);
            case IndexSegment { Index: 0 } when at is null:
                return new JsonArray([Set(null, value, depth + 1)]);
            default:
                throw new ResultPathException($"Unable to apply the path '{Text}': {at?.ToString() ?? "nothing"} is in its way.");
        }
    }
}
