using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns;

/// <summary>
/// An EventBridge event pattern (the Classic buses' language). Parsed once, matched often; immutable.
/// As in EventBridge, names are joined with dots on both sides, so <c>{"a":{"b":…}}</c> also matches an event's member <c>a.b</c>;
/// and what stands in one array of objects must be met by one and the same element.
/// </summary>
internal sealed class EventPattern
{
    private EventPattern(string text, IReadOnlyList<FieldTests> alternatives)
    {
        Text = text;
        Alternatives = alternatives;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>The ways to match, of which one is enough.</summary>
    public IReadOnlyList<FieldTests> Alternatives { get; }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="InvalidEventPatternException">It is none.</exception>
    public static EventPattern Parse(string json)
    {
        try
        {
            return new EventPattern(json, EventPatternReader.Read(JsonValue.Parse(json)));
        }
        catch (JsonSyntaxException error)
        {
            throw new InvalidEventPatternException(PatternJsonFault.Describe(json, error));
        }
    }

    /// <summary>Whether an event (the whole envelope) matches.</summary>
    public bool Matches(JsonValue @event)
    {
        var fields = EventFields.Of(@event);
        return Alternatives.Any(alternative => alternative.Match(fields));
    }
}
