using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Paths.Filters;

/// <summary>One side of a comparison: a literal, or a path from <c>@</c> or <c>$</c>.</summary>
internal sealed class FilterOperand
{
    private readonly JsonValue? _literal;
    private readonly JsonPath? _path;
    private readonly bool _fromRoot;

    public FilterOperand(JsonValue literal) => _literal = literal;

    public FilterOperand(JsonPath path, bool fromRoot)
    {
        _path = path;
        _fromRoot = fromRoot;
    }

    public bool IsPath => _path is not null;

    /// <summary>The value, or null where a path finds none.</summary>
    public JsonValue? Value(JsonValue current, JsonValue root) =>
        _path is null ? _literal : _path.TryEvaluate(_fromRoot ? root : current, out var value) ? value : null;

    /// <summary>Whether a path finds anything.</summary>
    public bool Exists(JsonValue current, JsonValue root) =>
        Value(current, root) is { } value && (_path!.IsDefinite || value is JsonArray { Count: > 0 });
}
